<?php
/**
 * The elements on a page: [senkoi_entry society="02"], [senkoi_figures …], [senkoi_search …], and one block for all three. Both write the
 * same markup from checked attributes; inside stands a plain link, which works without script. Authors may use them: what is stored is a
 * shortcode or a block's comment, no tag.
 */

namespace Senkoi;

defined( 'ABSPATH' ) || exit;

/** Attribute => what it may be. Anything else is left out. */
const ATTRIBUTES = array(
	'society'    => '/^(0[1-9]|1[0-9])$/',
	'view'       => '/^(links|map|table)$/',
	'level'      => '/^[1-6]$/',
	'scheme'     => '/^(light|dark)$/',
	'lang'       => '/^(ja|en)$/',
	'prefecture' => '/^[0-4][0-9]$/',
);

/** The page behind an element, for the plain link. */
function page_of( string $element, string $society ): string {
	$pages = array( 'entry' => '', 'figures' => 'figures.html', 'search' => 'search.html' );
	return place()['site'] . $pages[ $element ] . '?field=' . $society;
}

/** The markup of an element; for who can edit, a sentence where something is missing, and nothing for visitors. */
function markup( string $element, array $given ): string {
	$attributes = array();
	foreach ( ATTRIBUTES as $name => $sound ) {
		$value = isset( $given[ $name ] ) && is_scalar( $given[ $name ] ) ? (string) $given[ $name ] : '';
		if ( preg_match( $sound, $value ) ) {
			$attributes[ $name ] = $value;
		}
	}
	if ( ! in_array( $element, ELEMENTS, true ) || ! is_ready() || ! isset( $attributes['society'] ) ) {
		$missing = is_ready() ? 'choose' : 'not_set';
		return current_user_can( 'edit_posts' ) ? '<p>' . esc_html( said( 'block' ) . ': ' . said( $missing ) ) . '</p>' : '';
	}
	need_script();
	$attributes += array( 'lang' => language( get_locale() ) );
	$attributes += array_filter( array( 'site' => place()['site'], 'api' => place()['api'] ) );
	$written     = '';
	foreach ( $attributes as $name => $value ) {
		$written .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	$link = sprintf( '<a href="%s">%s</a>', esc_url( page_of( $element, $attributes['society'] ) ), esc_html( said( $element ) ) );
	return "<senkoi-$element$written>$link</senkoi-$element>";
}

function register_elements(): void {
	foreach ( ELEMENTS as $element ) {
		add_shortcode(
			"senkoi_$element",
			function ( $given ) use ( $element ) {
				return markup( $element, (array) $given );
			}
		);
	}
	register_block_type(
		__DIR__ . '/block',
		array(
			'title'           => told( 'block' ),
			'description'     => told( 'about_block' ),
			'render_callback' => function ( $given ) {
				return '<div ' . get_block_wrapper_attributes() . '>' . markup( (string) ( $given['element'] ?? '' ), $given ) . '</div>';
			},
		)
	);
}
add_action( 'init', __NAMESPACE__ . '\register_elements' );

// What the editor says; the script of the block holds no sentence.
add_action(
	'enqueue_block_editor_assets',
	function () {
		$words = array( 'fields' => fields(), 'ready' => is_ready() );
		foreach ( array( 'block', 'element', 'society', 'choose', 'entry', 'figures', 'search', 'not_set' ) as $name ) {
			$words[ $name ] = told( $name );
		}
		wp_add_inline_script( 'senkoi-element-editor-script', 'window.senkoiBlock = ' . wp_json_encode( $words ) . ';', 'before' );
	}
);
