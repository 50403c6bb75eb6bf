<?php
// Run once by the command line: installs WordPress in Japanese time with an administrator and an author, who sees no welcome guide.
define( 'WP_INSTALLING', true );
require getenv( 'WORDPRESS_FOLDER' ) . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
$made = wp_install( 'Society', 'administrator', 'administrator@example.jp', false, '', 'administrator-7482' );
wp_insert_user( array( 'user_login' => 'author', 'user_pass' => 'author-7482', 'user_email' => 'author@example.jp', 'role' => 'author' ) );
foreach ( get_users() as $user ) {
	$calm = array( 'core/edit-post' => array( 'welcomeGuide' => false, 'fullscreenMode' => false ) );
	update_user_meta( $user->ID, 'wp_persisted_preferences', $calm + array( '_modified' => gmdate( 'c' ) ) );
}
echo 'installed';
