<?php
/**
 * Where Senkoi is: the address that an administrator saved, and the version of the script found there with its integrity, which stays the
 * same until an administrator saves again. Only administrators see and change it.
 */

namespace Senkoi;

defined( 'ABSPATH' ) || exit;

const PLACE   = 'senkoi_place';   // site, api
const RELEASE = 'senkoi_release'; // version, integrity

function place(): array {
	return wp_parse_args( get_option( PLACE, array() ), array( 'site' => '', 'api' => '' ) );
}

function release(): array {
	return wp_parse_args( get_option( RELEASE, array() ), array( 'version' => '', 'integrity' => '' ) );
}

function is_ready(): bool {
	return '' !== place()['site'] && '' !== release()['version'];
}

/** An address of the web with its last slash; empty for anything else. Plain http is for a machine's own loopback alone. */
function web_address( $entered ): string {
	$address = esc_url_raw( trim( (string) $entered ), array( 'https', 'http' ) );
	$parts   = wp_parse_url( $address );
	if ( empty( $parts['host'] ) || empty( $parts['scheme'] ) ) {
		return '';
	}
	$loopback = in_array( $parts['host'], array( 'localhost', '127.0.0.1', '[::1]' ), true );
	return 'https' === $parts['scheme'] || $loopback ? trailingslashit( $address ) : '';
}

/** The newest release at an address; null where there is none. */
function find_release( string $site ): ?array {
	$answer = wp_remote_get( $site . 'embed/manifest.json', array( 'timeout' => 10, 'limit_response_size' => 65536 ) );
	if ( 200 !== wp_remote_retrieve_response_code( $answer ) ) {
		return null;
	}
	$told      = json_decode( wp_remote_retrieve_body( $answer ), true );
	$version   = $told['version'] ?? '';
	$integrity = $told['files']['senkoi.js']['integrity'] ?? '';
	$sound     = is_string( $version ) && is_string( $integrity )
		&& preg_match( '/^\d+\.\d+\.\d+$/', $version ) && preg_match( '#^sha384-[A-Za-z0-9+/]{64}$#', $integrity );
	return $sound ? compact( 'version', 'integrity' ) : null;
}

/** What is stored: the entered place where Senkoi answers, else what was there before. WordPress may ask twice; the second time is idle. */
function accept_place( $entered ): array {
	static $accepted = array();
	$entered = (array) $entered;
	$key     = wp_json_encode( $entered );
	if ( isset( $accepted[ $key ] ) ) {
		return $accepted[ $key ];
	}
	$site = web_address( $entered['site'] ?? '' );
	$api  = '' === trim( $entered['api'] ?? '' ) ? '' : untrailingslashit( web_address( $entered['api'] ) );
	$refused = '' === $site || ( '' === $api && '' !== trim( $entered['api'] ?? '' ) );
	$found   = $refused ? null : find_release( $site );
	if ( null === $found ) {
		add_settings_error( PLACE, 'senkoi', told( $refused ? 'no_address' : 'not_reached' ) );
		return $accepted[ $key ] = place();
	}
	update_option( RELEASE, $found );
	return $accepted[ $key ] = compact( 'site', 'api' );
}

function input_row( string $name ): void {
	printf(
		'<input type="url" class="regular-text" id="senkoi_%1$s" name="%2$s[%1$s]" value="%3$s" aria-describedby="senkoi_%1$s_help"><p class="description" id="senkoi_%1$s_help">%4$s</p>',
		esc_attr( $name ),
		esc_attr( PLACE ),
		esc_attr( place()[ $name ] ),
		esc_html( told( 'site' === $name ? 'address_help' : 'api_help' ) )
	);
}

function settings_page(): void {
	echo '<div class="wrap"><h1>' . esc_html( told( 'settings' ) ) . '</h1><form action="options.php" method="post">';
	settings_fields( PLACE );
	do_settings_sections( PLACE );
	submit_button();
	echo '</form>';
	if ( is_ready() ) {
		echo '<p>' . esc_html( sprintf( told( 'in_use' ), release()['version'] ) ) . '</p>';
	}
	echo '<p>' . esc_html( told( 'shortcodes' ) ) . '</p>';
	foreach ( ELEMENTS as $element ) {
		echo '<p><code>[senkoi_' . esc_html( $element ) . ' society="02"]</code> ' . esc_html( told( $element ) ) . '</p>';
	}
	echo '</div>';
}

add_action(
	'admin_init',
	function () {
		register_setting( PLACE, PLACE, array( 'type' => 'array', 'sanitize_callback' => __NAMESPACE__ . '\accept_place', 'show_in_rest' => false ) );
		add_settings_section( 'senkoi', '', '__return_null', PLACE );
		foreach ( array( 'site' => 'address', 'api' => 'api' ) as $name => $label ) {
			$draw = function () use ( $name ) {
				input_row( $name );
			};
			add_settings_field( "senkoi_$name", told( $label ), $draw, PLACE, 'senkoi', array( 'label_for' => "senkoi_$name" ) );
		}
	}
);

add_action(
	'admin_menu',
	function () {
		add_options_page( told( 'settings' ), told( 'menu' ), 'manage_options', 'senkoi', __NAMESPACE__ . '\settings_page' );
	}
);
