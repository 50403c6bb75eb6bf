<?php
/** Removing the plugin removes its two options; it stored nothing else. */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'senkoi_place' );
delete_option( 'senkoi_release' );
