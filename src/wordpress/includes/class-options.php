<?php
/**
 * What the site keeps: the clinic's details, and the text of a guide of its own.
 *
 * @package StemcellGuide
 */

namespace StemcellGuide;

defined( 'ABSPATH' ) || exit;

/**
 * The plugin's two options. Nothing else is kept anywhere: no file, no table, nothing of a user.
 */
final class Options {

	const SETTINGS = 'stemcell_guide_settings';
	const GUIDE    = 'stemcell_guide_guide';

	/**
	 * What holds for every widget of the site, by the attribute of the elements. Each has the way in which it is cleaned.
	 */
	const FIELDS = array(
		'clinic-name'       => 'sanitize_text_field',
		'clinic-phone'      => 'sanitize_text_field',
		'after-hours-phone' => 'sanitize_text_field',
		'emergency-number'  => 'sanitize_text_field',
		'clinic-email'      => 'sanitize_email',
		'clinic-url'        => 'sanitize_url',
		'region'            => 'sanitize_key',
		'pathway'           => 'sanitize_key',
		'accent'            => 'sanitize_hex_color',
		'notice'            => 'sanitize_textarea_field',
	);

	/**
	 * The settings of the site that are given.
	 *
	 * @return array<string, string>
	 */
	public static function settings(): array {
		$kept = get_option( self::SETTINGS );
		return is_array( $kept ) ? array_filter( array_map( 'strval', array_intersect_key( $kept, self::FIELDS ) ), 'strlen' ) : array();
	}

	/**
	 * Keeps settings. What is not known is left out, what is known is cleaned.
	 *
	 * @param array<string, mixed> $given Values by name, without slashes.
	 */
	public static function keep_settings( array $given ): void {
		$kept = array();
		foreach ( self::FIELDS as $name => $clean ) {
			$value = isset( $given[ $name ] ) && is_string( $given[ $name ] ) ? (string) call_user_func( $clean, $given[ $name ] ) : '';
			if ( '' !== $value ) {
				$kept[ $name ] = $value;
			}
		}
		update_option( self::SETTINGS, $kept );
	}

	/**
	 * The JSON of the site's own guide, as it was given; empty if there is none.
	 */
	public static function guide(): string {
		$kept = get_option( self::GUIDE );
		return is_string( $kept ) ? $kept : '';
	}

	/**
	 * Keeps the JSON of a guide. An empty text means that the site has none.
	 *
	 * @param string $json Without slashes.
	 */
	public static function keep_guide( string $json ): void {
		if ( '' === $json ) {
			delete_option( self::GUIDE );
		} else {
			// Not every page of a site has a widget on it, and a guide can be long.
			update_option( self::GUIDE, $json, false );
		}
	}

	/**
	 * Forgets everything.
	 */
	public static function delete(): void {
		delete_option( self::SETTINGS );
		delete_option( self::GUIDE );
	}
}
