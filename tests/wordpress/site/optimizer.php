<?php
/**
 * Plugin Name: An optimizer as societies have them
 *
 * Delays every script with an address until the visitor moves, by the rules of those that do: what is on the list of exclusions, or carries
 * the mark, stays as it is.
 */
add_action(
	'wp_enqueue_scripts',
	function () {
		wp_enqueue_script( 'ordinary', home_url( '/ordinary.js' ), array(), null, true );
	}
);
add_action(
	'template_redirect',
	function () {
		ob_start(
			function ( $page ) {
				$alone = apply_filters( 'rocket_delay_js_exclusions', array() );
				return preg_replace_callback(
					'#<script\b[^>]*\bsrc=[^>]*>#',
					function ( $found ) use ( $alone ) {
						foreach ( $alone as $part ) {
							if ( false !== strpos( $found[0], $part ) ) {
								return $found[0];
							}
						}
						return preg_replace( array( '#\btype="[^"]*"#', '#\bsrc=#' ), array( '', 'type="delayed" data-src=' ), $found[0] );
					},
					$page
				);
			}
		);
	}
);
