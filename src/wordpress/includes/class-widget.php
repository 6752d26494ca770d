<?php
/**
 * One widget of a page: the element with its settings, and inside it the words for those without the script.
 *
 * @package StemcellGuide
 */

namespace StemcellGuide;

defined( 'ABSPATH' ) || exit;

/**
 * What blocks and shortcodes have in common.
 */
final class Widget {

	/** The elements, by their tags without the prefix. */
	const NAMES = array( 'guide', 'stepper', 'faq', 'checklist' );

	/** What can be set on every widget, by the attribute of the element. */
	const SETTINGS = array(
		'pathway',
		'region',
		'heading-level',
		'clinic-name',
		'clinic-phone',
		'after-hours-phone',
		'clinic-email',
		'clinic-url',
		'emergency-number',
		'notice',
		'accent',
		'storage',
		'structured-data',
	);

	/** What can be set on one of them. */
	const OWN_SETTINGS = array(
		'guide'     => array(),
		'stepper'   => array( 'orientation' ),
		'faq'       => array( 'category', 'exclusive', 'hide-search' ),
		'checklist' => array(),
	);

	/** The settings that are either there or not. */
	const FLAGS = array( 'structured-data', 'exclusive', 'hide-search' );

	/** What makes the page's own words items of an element. */
	const ITEMS = array(
		'guide'     => '~<stemcell-(stepper|faq|checklist)\b~',
		'stepper'   => '~<section\b~',
		'faq'       => '~<details\b~',
		'checklist' => '~<section\b~',
	);

	/**
	 * Whether a widget has a setting.
	 *
	 * @param string $name    One of `NAMES`.
	 * @param string $setting The attribute of the element.
	 */
	public static function knows( string $name, string $setting ): bool {
		return in_array( $setting, array_merge( self::SETTINGS, self::OWN_SETTINGS[ $name ] ), true );
	}

	/**
	 * The HTML of a widget. Asks for the script on this page.
	 *
	 * @param string               $name       One of `NAMES`.
	 * @param array<string, mixed> $given      Settings by the attribute of the element; flags are `true`.
	 * @param string               $content    The page's own words, as HTML.
	 * @param string               $attributes More attributes of the element, escaped.
	 */
	public static function render( string $name, array $given, string $content = '', string $attributes = '' ): string {
		Script::ask_for();
		$settings = array_merge( Options::settings(), array_filter( $given, array( __CLASS__, 'is_given' ) ) );
		$guide    = Guide::of_site();
		$json     = '' === $guide->json ? '' : '<script type="application/json">' . $guide->json . "</script>\n";
		return "<stemcell-$name" . self::attributes( $settings ) . ( '' === $attributes ? '' : " $attributes" ) . ">\n"
			. $json . self::inside( $name, $settings, $guide, trim( $content ) ) . "\n</stemcell-$name>";
	}

	/**
	 * What people read who have no script. The element hides what is marked as plain, and says it itself.
	 *
	 * @param string               $name     One of `NAMES`.
	 * @param array<string, mixed> $settings Settings by attribute.
	 * @param Guide                $guide    The guide of the site.
	 * @param string               $content  The page's own words.
	 */
	private static function inside( string $name, array $settings, Guide $guide, string $content ): string {
		$language  = get_bloginfo( 'language' );
		$written   = $guide->content['lang'];
		$situation = new Situation( $settings, $guide->content, $language );
		// Dates and figures of a language that the words are not in would be read wrong.
		$figures = strtok( $language, '-' ) === strtok( $written, '-' ) ? $language : $written;
		$plain   = new Plain_Html( $guide->content, $situation, $figures, (string) ( $settings['notice'] ?? '' ) );
		$level   = (int) ( $settings['heading-level'] ?? 2 );
		$level   = $level >= 2 && $level <= 6 ? $level : 2;
		$mark    = fn( string $html ): string => '' === $html ? '' : '<div data-stemcell-plain lang="' . esc_attr( $figures ) . "\">\n$html\n</div>";
		if ( preg_match( self::ITEMS[ $name ], $content ) ) {
			list( $before, $after, $kept ) = $plain->around( $name, $level, $content );
			return implode( "\n", array_filter( array( $mark( $before ), $content, $kept, $mark( $after ) ), 'strlen' ) );
		}
		return ltrim( "$content\n" ) . $mark( $plain->whole( $name, $level ) );
	}

	/**
	 * Whether a setting says something.
	 *
	 * @param mixed $value Its value.
	 */
	private static function is_given( $value ): bool {
		return null !== $value && '' !== $value && false !== $value;
	}

	/**
	 * Settings as attributes. What an element does not accept, it says itself, to the author of the page.
	 *
	 * @param array<string, mixed> $settings Settings by attribute.
	 */
	private static function attributes( array $settings ): string {
		$accent = self::colour( $settings['accent'] ?? '' );
		unset( $settings['accent'] );
		$written = '';
		foreach ( $settings as $name => $value ) {
			$written .= ' ' . esc_attr( $name ) . ( true === $value ? '' : '="' . esc_attr( (string) $value ) . '"' );
		}
		return $written . ( '' === $accent ? '' : ' style="--stemcell-accent:' . esc_attr( $accent ) . '"' );
	}

	/**
	 * A colour as a style sheet may have it; empty for anything else.
	 *
	 * @param mixed $value What was given.
	 */
	public static function colour( $value ): string {
		return is_string( $value ) && preg_match( '~^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$~i', $value ) ? $value : '';
	}

	/**
	 * The attribute of an element for the name of a setting elsewhere: `clinicName` and `clinic_name` are `clinic-name`.
	 *
	 * @param string $name Name of a setting.
	 */
	public static function attribute( string $name ): string {
		return strtolower( str_replace( '_', '-', preg_replace( '~(?<=[a-z])(?=[A-Z])~', '-', $name ) ) );
	}
}
