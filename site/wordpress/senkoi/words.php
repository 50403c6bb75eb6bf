<?php
/** Every sentence of the plugin, Japanese and English side by side; the visitor's language is that of the page. */

namespace Senkoi;

defined( 'ABSPATH' ) || exit;

const WORDS = array(
	'entry'         => array( 'ja' => '新規登録・ログイン', 'en' => 'Register or log in' ),
	'figures'       => array( 'ja' => '都道府県ごとの応募状況', 'en' => 'Figures by prefecture' ),
	'search'        => array( 'ja' => 'プログラム検索', 'en' => 'Program search' ),
	'block'         => array( 'ja' => '専攻医登録システム', 'en' => 'Senkoi registration' ),
	'about_block'   => array( 'ja' => '登録・ログインの入口、応募状況、プログラム検索を表示します。', 'en' => 'Shows the entries, the figures or the program search.' ),
	'element'       => array( 'ja' => '表示するもの', 'en' => 'What to show' ),
	'society'       => array( 'ja' => '領域', 'en' => 'Specialty' ),
	'choose'        => array( 'ja' => '領域を選んでください', 'en' => 'Choose a specialty' ),
	'settings'      => array( 'ja' => 'Senkoi の設定', 'en' => 'Senkoi settings' ),
	'menu'          => array( 'ja' => 'Senkoi', 'en' => 'Senkoi' ),
	'address'       => array( 'ja' => 'Senkoi のアドレス', 'en' => 'Address of Senkoi' ),
	'address_help'  => array(
		'ja' => '登録のページがあるアドレスです。例: https://senkoi.example/ 保存すると、そこから最新の版を確かめます。',
		'en' => 'Where the pages for registration are, such as https://senkoi.example/. Saving asks there for the newest version.',
	),
	'api'           => array( 'ja' => 'API のアドレス', 'en' => 'Address of the API' ),
	'api_help'      => array(
		'ja' => 'API が別の場所にあるときだけ入力してください。',
		'en' => 'Only where the API is somewhere else.',
	),
	'in_use'        => array( 'ja' => '使用中の版: %s', 'en' => 'Version in use: %s' ),
	'not_set'       => array(
		'ja' => 'まだ使えません。「設定」の「Senkoi」で、Senkoi のアドレスを保存してください。',
		'en' => 'Not ready yet. Save the address of Senkoi under Settings, Senkoi.',
	),
	'no_address'    => array( 'ja' => 'https:// で始まるアドレスを入力してください。', 'en' => 'Please enter an address that begins with https://.' ),
	'not_reached'   => array(
		'ja' => 'そのアドレスに Senkoi が見つかりませんでした。アドレスを確かめて、もう一度保存してください。前の設定はそのままです。',
		'en' => 'Senkoi was not found there. Please check the address and save again. The earlier settings stay.',
	),
	'shortcodes'    => array(
		'ja' => 'ブロック「専攻医登録システム」か、次のショートコードを使えます。02 は領域の番号です。',
		'en' => 'Use the block “Senkoi registration”, or one of these shortcodes; 02 is the number of the specialty.',
	),
);

/** "ja" or "en", by a locale of WordPress. */
function language( string $locale ): string {
	return 0 === strpos( $locale, 'ja' ) ? 'ja' : 'en';
}

/** A sentence for visitors of the page. */
function said( string $name ): string {
	return WORDS[ $name ][ language( get_locale() ) ];
}

/** A sentence for whoever works in the administration. */
function told( string $name ): string {
	return WORDS[ $name ][ language( get_user_locale() ) ];
}

/** The specialties, number => name, in the language of the administration; fields.json comes from the rules themselves. */
function fields(): array {
	$all = json_decode( file_get_contents( __DIR__ . '/fields.json' ), true );
	return $all[ language( get_user_locale() ) ];
}
