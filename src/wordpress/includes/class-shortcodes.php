<?php
/**
 * The shortcodes: the blocks for the classic editor and for page builders.
 *
 * @package StemcellGuide
 */

namespace StemcellGuide;

defined( 'ABSPATH' ) || exit;

/**
 * `[stemcell_faq pathway="donor"] … [/stemcell_faq]` and its like. Attributes are those of the blocks, written as
 * `clinic_name` or `clinic-name`.
 */
final class Shortcodes {

	/**
	 * Takes part in WordPress.
	 */
	public static function hook(): void {
		add_action( 'init', array( __CLASS__, 'register' ) );
	}

	/**
	 * Registers a shortcode for each element.
	 */
	public static function register(): void {
		foreach ( Widget::NAMES as $name ) {
			add_shortcode( "stemcell_$name", fn( $given, $content ) => self::render( $name, $given, $content ) );
		}
	}

	/**
	 * A shortcode on a page.
	 *
	 * @param string               $name    One of `Widget::NAMES`.
	 * @param array|string         $given   What the author wrote, by name; a name without a value is a value.
	 * @param string|null          $content What stands between the shortcode and its end.
	 */
	private static function render( string $name, $given, $content ): string {
		$read = array();
		foreach ( is_array( $given ) ? $given : array() as $key => $value ) {
			// `[stemcell_faq exclusive]` has the name where others have the value.
			$is_bare   = is_int( $key );
			$attribute = Widget::attribute( $is_bare ? $value : $key );
			if ( ! Widget::knows( $name, $attribute ) ) {
				continue;
			}
			if ( in_array( $attribute, Widget::FLAGS, true ) ) {
				$read[ $attribute ] = $is_bare || ! in_array( strtolower( $value ), array( '', '0', 'false', 'no' ), true );
			} elseif ( ! $is_bare ) {
				$read[ $attribute ] = $value;
			}
		}
		return Widget::render( $name, $read, self::own_words( (string) $content ) );
	}

	/**
	 * The page's own words. A shortcode is also used where nobody has cleaned them.
	 *
	 * @param string $content What stands between the shortcode and its end.
	 */
	private static function own_words( string $content ): string {
		// Of a script only its tags would be taken away, and visitors would read what is in it.
		$words = preg_replace( '~<(script|style)\b.*?</\1\s*>~is', '', $content );
		return do_shortcode( shortcode_unautop( wp_kses_post( $words ) ) );
	}
}
