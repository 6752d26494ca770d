<?php
/**
 * Plugin Name:       Stem Cell Guide
 * Description:       Tells a clinic's patients honestly what a stem cell procedure is like: stages, questions and a recovery checklist, as blocks and shortcodes.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            the stemcell-guide project
 * License:           MIT
 * License URI:       https://opensource.org/licenses/MIT
 * Text Domain:       stemcell-guide
 * Domain Path:       /languages
 *
 * @package StemcellGuide
 */

namespace StemcellGuide;

defined( 'ABSPATH' ) || exit;

const VERSION     = '0.1.0';
const PLUGIN_FILE = __FILE__;

foreach ( array( 'data', 'options', 'guide-reader', 'guide', 'text-filler', 'situation', 'formats', 'plain-html', 'widget', 'script', 'blocks', 'shortcodes', 'settings-page' ) as $stemcell_guide_name ) {
	require_once __DIR__ . '/includes/class-' . $stemcell_guide_name . '.php';
}
unset( $stemcell_guide_name );

Script::hook();
Blocks::hook();
Shortcodes::hook();
Settings_Page::hook();
