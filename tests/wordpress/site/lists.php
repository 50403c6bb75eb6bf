<?php
// Loads the plugin's script.php beside a WordPress of two functions, asks each list of exclusions that it knows, and tells which do not name
// the script.
namespace Senkoi {
	function place(): array { return array( 'site' => 'https://senkoi.example/' ); }
	function release(): array { return array( 'version' => '1.2.3' ); }
}
namespace {
	define( 'ABSPATH', __DIR__ );
	$filters = array();
	function add_filter( $name, $filter ) { global $filters; $filters[ $name ] = $filter; }
	function apply( $name, ...$given ) { global $filters; return json_encode( $filters[ $name ]( ...$given ), JSON_UNESCAPED_SLASHES ); }

	require $argv[1] . '/script.php';
	unset( $filters['script_loader_tag'] );
	$missing = array();
	foreach ( array_keys( $filters ) as $name ) {
		$told = 'w3tc_minify_js_do_tag_minification' === $name ? apply( $name, true, '<script src="/embed/1.2.3/senkoi.js">' ) : apply( $name, array( 'kept.js' ) );
		$kept = 'false' === $told || false !== strpos( $told, 'kept.js' );
		if ( ! $kept || ! preg_match( '/senkoi|^false$/', $told ) ) {
			$missing[] = "$name $told";
		}
	}
	echo json_encode( array( 'asked' => count( $filters ), 'missing' => $missing ) );
}
