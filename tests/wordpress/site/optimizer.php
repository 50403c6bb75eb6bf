<?php
/**
 * Plugin Name: An optimizer as societies have them
 *
 * Delays every script with an address until the visitor moves, then combines what is left into one, by the rules of those that do: what is
 * on the list of exclusions (WP Rocket's) or carries the mark (Autoptimize's) stays as it is.
 */
add_action(
	'wp_enqueue_scripts',
	function () {
		wp_enqueue_script( 'ordinary', home_url( '/ordinary.js' ), array(), null, true );
	}
);
function without_type( $tag ) {
	return preg_replace( '#\btype=(["\'])[^"\']*\1#', '', $tag );
}

function delayed( $tag ) {
	foreach ( apply_filters( 'rocket_delay_js_exclusions', array() ) as $part ) {
		if ( false !== strpos( $tag, $part ) ) {
			return $tag;
		}
	}
	return preg_replace( '#\bsrc=#', 'type="delayed" data-src=', without_type( $tag ) );
}

function combined( $tag ) {
	return false !== strpos( $tag, 'data-noptimize' ) ? $tag : preg_replace( '#\bsrc=(["\'])#', 'src=$1/combined.js?', without_type( $tag ) );
}

add_action(
	'template_redirect',
	function () {
		ob_start(
			function ( $page ) {
				return preg_replace_callback(
					'#<script\b[^>]*\bsrc=[^>]*>#',
					function ( $found ) {
						return delayed( combined( $found[0] ) );
					},
					$page
				);
			}
		);
	}
);
