<?php
/**
 * The guide that the site shows.
 *
 * @package StemcellGuide
 */

namespace StemcellGuide;

use stdClass;

defined( 'ABSPATH' ) || exit;

/**
 * The default guide in the language of the page, with the site's own over it.
 */
final class Guide {

	/** A guide that is longer than this is a mistake. */
	const MOST_BYTES = 1048576;

	/**
	 * The guide as arrays, before the clinic's details are in it.
	 *
	 * @var array
	 */
	public $content;

	/**
	 * What is wrong with the site's own guide, a line each.
	 *
	 * @var string[]
	 */
	public $problems;

	/**
	 * The site's own guide as one line of JSON that may stand in a script element; empty if there is none.
	 *
	 * @var string
	 */
	public $json = '';

	/**
	 * What was worked out last: a page may have several widgets.
	 *
	 * @var array<string, self>
	 */
	private static $known = array();

	/**
	 * A guide.
	 *
	 * @param stdClass $base The default guide.
	 * @param string   $own  JSON of the site's own; empty for none.
	 */
	private function __construct( stdClass $base, string $own ) {
		$given          = self::decode( $own );
		$this->problems = array();
		if ( null !== $given ) {
			list( $base, $this->problems ) = Guide_Reader::read( $given, $base );
			$this->json                    = (string) wp_json_encode( $given, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
		}
		$this->content = Data::as_arrays( $base );
	}

	/**
	 * The guide of the site.
	 */
	public static function of_site(): self {
		return self::with( Options::guide() );
	}

	/**
	 * The default guide with another one over it.
	 *
	 * @param string $own JSON of the other one; empty for none.
	 */
	public static function with( string $own ): self {
		$key = md5( $own );
		if ( ! isset( self::$known[ $key ] ) ) {
			self::$known[ $key ] = new self( Data::objects( 'guide' ), $own );
		}
		return self::$known[ $key ];
	}

	/**
	 * The value of a JSON text, objects as objects; `null` if it is none.
	 *
	 * @param string $json A text.
	 * @return mixed
	 */
	public static function decode( string $json ) {
		return '' === $json ? null : json_decode( self::without_mark( $json ) );
	}

	/**
	 * A text without the mark that some editors put first.
	 *
	 * @param string $text A text.
	 */
	public static function without_mark( string $text ): string {
		return preg_replace( '~^\xEF\xBB\xBF~', '', $text );
	}
}
