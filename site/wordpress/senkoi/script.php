<?php
/**
 * The one script of the elements, with its integrity. It is a module of its own: combined, minified, inlined or delayed it would lose its
 * integrity, its address and its sense, so every way that optimizing plugins know of leaving a script alone is taken, by mark and by name.
 */

namespace Senkoi;

defined( 'ABSPATH' ) || exit;

const HANDLE = 'senkoi';

/** Marks in the tag: WP Rocket, LiteSpeed, Autoptimize, Cloudflare, PageSpeed, Jetpack Boost, WP Fastest Cache. */
const MARKS = 'nowprocket data-no-minify="1" data-no-optimize="1" data-no-defer="1" data-noptimize="1" data-cfasync="false" data-pagespeed-no-defer data-jetpack-boost="ignore" data-wpfc-render="false"';

/** Filters that take a list of script addresses, or parts of them, to leave alone. */
const LISTS = array(
	'rocket_exclude_js', 'rocket_exclude_defer_js', 'rocket_delay_js_exclusions', 'rocket_minify_excluded_external_js',
	'litespeed_optimize_js_excludes', 'litespeed_optm_js_defer_exc', 'litespeed_optm_gm_js_exc',
	'perfmatters_delay_js_exclusions', 'perfmatters_defer_js_exclusions', 'perfmatters_minify_js_exclusions',
	'flying_press_exclude_from_minify:js', 'flying_press_exclude_from_delay:js', 'breeze_filter_js_exclude_list',
);

/** Filters that take a list of handles to leave alone. */
const HANDLES = array( 'sgo_js_minify_exclude', 'sgo_javascript_combine_exclude', 'sgo_js_async_exclude', 'jetpack_boost_render_blocking_js_exclude_handles' );

function script_address(): string {
	return place()['site'] . 'embed/' . release()['version'] . '/senkoi.js';
}

/** Asked for by whoever writes an element; printed once a page. */
function need_script(): void {
	wp_enqueue_script( HANDLE, script_address(), array(), null, true );
}

foreach ( LISTS as $filter ) {
	add_filter(
		$filter,
		function ( $list ) {
			return array_merge( (array) $list, array( '/embed/' . release()['version'] . '/senkoi.js' ) );
		}
	);
}

foreach ( HANDLES as $filter ) {
	add_filter(
		$filter,
		function ( $list ) {
			return array_merge( (array) $list, array( HANDLE ) );
		}
	);
}

// Autoptimize keeps its list as one text with commas.
add_filter(
	'autoptimize_filter_js_exclude',
	function ( $list ) {
		return is_array( $list ) ? $list + array( 'senkoi.js' => '' ) : trim( $list . ', senkoi.js', ', ' );
	}
);

add_filter(
	'w3tc_minify_js_do_tag_minification',
	function ( $do, $tag ) {
		return false === strpos( (string) $tag, 'senkoi.js' ) ? $do : false;
	},
	10,
	2
);

// The last word on the tag, after themes and plugins that rewrite all of them.
add_filter(
	'script_loader_tag',
	function ( $tag, $handle ) {
		if ( HANDLE !== $handle ) {
			return $tag;
		}
		return sprintf(
			"<script type=\"module\" src=\"%s\" integrity=\"%s\" crossorigin=\"anonymous\" id=\"senkoi-js\" %s></script>\n",
			esc_url( script_address() ),
			esc_attr( release()['integrity'] ),
			MARKS
		);
	},
	PHP_INT_MAX,
	2
);
