<?php
/**
 * Puts the clinic's details into the texts of a guide.
 *
 * @package StemcellGuide
 */

namespace StemcellGuide;

defined( 'ABSPATH' ) || exit;

/**
 * A line is a text, or a list of texts and links; a link is an array with `text` and `href`.
 */
final class Text_Filler {

	/** White space as the browser counts it. */
	const SPACE = '\s\x{00A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}';

	/** The keys that lead to lines, which may hold links. All other texts are words alone. */
	const LEADS_TO_LINE = '~((tasks|signs)\.text|levels\.title|happens|feel|prepare|ask|why|answer|paragraph|list)$~';

	/**
	 * An address that may stand in a link, or `null` for others, such as `javascript:`.
	 *
	 * @param string $href An address from a guide.
	 */
	public static function safe_address( string $href ): ?string {
		// Browsers drop control characters and spaces from addresses, so a check must do so too.
		$bare = preg_replace( '~[\x00-\x20]~', '', $href );
		return preg_match( '~^(https?:|mailto:|tel:|[/?#.]|[^:]*$)~i', $bare ) ? $bare : null;
	}

	/**
	 * The address that dials a number, if there is one in the text. Of two numbers it is the first, and an extension is
	 * left out: a wrong number costs a patient more than a second step. The `(0)` of `+44 (0)20` is not dialled from abroad.
	 *
	 * @param string $text A telephone number as people write it.
	 */
	private static function dial( string $text ): ?string {
		// Three digits or more, and no letters close behind (`1-800-JOINTS`).
		if ( ! preg_match( '~\+?\d(?:[' . self::SPACE . '().‑–-]*/?\d){2,}(?![^' . self::SPACE . ']*[a-z])~iu', $text, $match ) ) {
			return null;
		}
		return 'tel:' . preg_replace( '~[^+\d]~', '', preg_replace( '~(\+.*)\(0\)~u', '$1', $match[0], 1 ) );
	}

	/**
	 * Where a clinic's detail leads to, by its token.
	 *
	 * @param string $token Name of the token.
	 * @param string $value What stands in its place.
	 */
	private static function address( string $token, string $value ): ?string {
		switch ( $token ) {
			case 'clinicPhone':
			case 'afterHoursPhone':
			case 'emergencyNumber':
				return self::dial( $value );
			case 'clinicEmail':
				return "mailto:$value";
			case 'clinicUrl':
				return $value;
			default:
				return null;
		}
	}

	/**
	 * Puts values in the place of `{tokens}`. A token without a value goes, together with the separator before it, so that
	 * no sentence is left with a hole; of a run of tokens those that have a value are listed.
	 *
	 * @param string                $text   A text of the guide.
	 * @param array<string, string> $values Values by token.
	 * @return string|array The line.
	 */
	public static function fill( string $text, array $values ) {
		$pieces = array();
		$plain  = '';
		$end    = 0;
		preg_match_all( '~([' . self::SPACE . ':,،;(–-]*)(\{\w+\}(?:,[' . self::SPACE . ']*\{\w+\})*)(\)?)~u', $text, $matches, PREG_SET_ORDER | PREG_OFFSET_CAPTURE );
		foreach ( $matches as list( list( $whole, $start ), list( $separator ), list( $run ), list( $bracket ) ) ) {
			$plain .= substr( $text, $end, $start - $end );
			$end    = $start + strlen( $whole );
			preg_match_all( '~\w+~', $run, $names );
			$names = array_values( array_filter( $names[0], fn( $name ) => ( $values[ $name ] ?? '' ) !== '' ) );
			foreach ( $names as $index => $name ) {
				$plain .= $index ? ', ' : $separator;
				$href   = self::address( $name, $values[ $name ] );
				if ( null !== $href && '' !== $href ) {
					array_push(
						$pieces,
						$plain,
						array(
							'text' => $values[ $name ],
							'href' => $href,
						)
					);
					$plain = '';
				} else {
					$plain .= $values[ $name ];
				}
			}
			if ( $names || false === strpos( $separator, '(' ) ) {
				$plain .= $bracket;
			}
		}
		$plain .= substr( $text, $end );
		return $pieces ? array_merge( $pieces, array( $plain ) ) : $plain;
	}

	/**
	 * The words of a line without its links.
	 *
	 * @param string|array $line A line, or a link.
	 */
	public static function plain_text( $line ): string {
		if ( is_string( $line ) ) {
			return $line;
		}
		return $line['text'] ?? implode( '', array_map( array( __CLASS__, 'plain_text' ), $line ) );
	}

	/**
	 * A guide, or a part of one, with the clinic's details in it.
	 *
	 * @param mixed                 $value  What is filled.
	 * @param array<string, string> $values Values by token.
	 * @param string                $path   The keys that lead to it.
	 * @return mixed
	 */
	public static function fill_all( $value, array $values, string $path = '' ) {
		if ( is_string( $value ) ) {
			if ( false === strpos( $value, '{' ) ) {
				return $value;
			}
			$line = self::fill( $value, $values );
			if ( ! preg_match( self::LEADS_TO_LINE, $path ) ) {
				return self::plain_text( $line );
			}
			// An answer is made of blocks, and a block with links is a paragraph.
			return 'answer' === substr( $path, -6 ) && is_array( $line ) ? array( 'paragraph' => $line ) : $line;
		}
		if ( ! is_array( $value ) ) {
			return $value;
		}
		$filled = array();
		foreach ( $value as $key => $inner ) {
			$filled[ $key ] = self::fill_all( $inner, $values, is_int( $key ) ? $path : "$path.$key" );
		}
		return $filled;
	}
}
