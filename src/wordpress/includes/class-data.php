<?php
/**
 * The files that the build puts into data/: the default guide, its sources, the elements' words, the shape of a guide.
 *
 * @package StemcellGuide
 */

namespace StemcellGuide;

defined( 'ABSPATH' ) || exit;

/**
 * Reads the plugin's own JSON, each file once.
 */
final class Data {

	/**
	 * What was read, by file name.
	 *
	 * @var array<string, mixed>
	 */
	private static $files = array();

	/**
	 * A file as objects, which keeps `{}` apart from `[]`.
	 *
	 * @param string $name Name without `.json`.
	 * @return mixed
	 */
	public static function objects( string $name ) {
		if ( ! array_key_exists( $name, self::$files ) ) {
			// A file of this plugin on this disk: nothing is fetched.
			$text                 = file_get_contents( __DIR__ . "/../data/$name.json" );
			self::$files[ $name ] = json_decode( (string) $text );
		}
		return self::$files[ $name ];
	}

	/**
	 * A file as arrays.
	 *
	 * @param string $name Name without `.json`.
	 * @return mixed
	 */
	public static function arrays( string $name ) {
		return self::as_arrays( self::objects( $name ) );
	}

	/**
	 * Objects as arrays with names.
	 *
	 * @param mixed $value Anything that came from JSON.
	 * @return mixed
	 */
	public static function as_arrays( $value ) {
		if ( is_object( $value ) ) {
			$value = get_object_vars( $value );
		}
		return is_array( $value ) ? array_map( array( __CLASS__, 'as_arrays' ), $value ) : $value;
	}
}
