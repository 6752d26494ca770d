<?php
/**
 * The plugin's guide without a WordPress around it, for tests: answers each line of JSON in a file with a line of JSON.
 *
 *   php print.php <folder of the plugin> <file>
 *
 *   {"own": "…JSON of a guide…"}                                    → {"problems": […]}
 *   {"own": "…", "widget": "faq", "settings": {…}, "language": "en-US", "level": 2, "notice": ""} → {"html": "…"}
 *
 * @package StemcellGuide
 */

namespace {
	define( 'ABSPATH', __DIR__ );

	// What WordPress does here beyond PHP is for old servers and for text that is not UTF-8.
	function wp_json_encode( $value, $flags = 0 ) {
		return json_encode( $value, $flags );
	}
	function wp_parse_url( $address, $part ) {
		return parse_url( $address, $part );
	}
}

namespace StemcellGuide {
	foreach ( array( 'data', 'options', 'guide-reader', 'guide', 'text-filler', 'situation', 'formats', 'plain-html' ) as $name ) {
		require_once $argv[1] . "/includes/class-$name.php";
	}
	foreach ( file( $argv[2] ) as $line ) {
		$asked = json_decode( $line, true );
		$guide = Guide::with( $asked['own'] ?? '' );
		if ( ! isset( $asked['widget'] ) ) {
			echo json_encode( array( 'problems' => $guide->problems ) ), "\n";
			continue;
		}
		$situation = new Situation( $asked['settings'], $guide->content, $asked['language'] );
		$plain     = new Plain_Html( $guide->content, $situation, $asked['language'], $asked['notice'] ?? '' );
		echo json_encode( array( 'html' => $plain->whole( $asked['widget'], $asked['level'] ) ) ), "\n";
	}
}
