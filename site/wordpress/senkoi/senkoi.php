<?php
/**
 * Plugin Name: Senkoi
 * Description: 専攻医登録システム Senkoi の登録・ログインの入口、応募状況、プログラム検索をページに表示します。 Shows the entries, the public figures and the program search of Senkoi on your pages.
 * Version: 0.1.0
 * Requires at least: 6.0
 * Requires PHP: 7.4
 * License: Apache-2.0
 * License URI: https://www.apache.org/licenses/LICENSE-2.0
 *
 * What the plugin is made of: settings.php knows where Senkoi is, elements.php writes the elements (shortcodes and block), script.php
 * loads their one script and keeps it out of combining and delaying, words.php holds every sentence. It stores two options and nothing
 * else; no personal data passes through WordPress.
 */

namespace Senkoi;

defined( 'ABSPATH' ) || exit;

const VERSION = '0.1.0';
const ELEMENTS = array( 'entry', 'figures', 'search' );

require __DIR__ . '/words.php';
require __DIR__ . '/settings.php';
require __DIR__ . '/script.php';
require __DIR__ . '/elements.php';
