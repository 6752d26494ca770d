<?php
/**
 * Times and dates as a language writes them.
 *
 * @package StemcellGuide
 */

namespace StemcellGuide;

defined( 'ABSPATH' ) || exit;

/**
 * Uses tables that the build takes from the browser's own formats: not every server has them.
 */
final class Formats {

	/**
	 * The table of the language.
	 *
	 * @var array
	 */
	private $table;

	/**
	 * The formats of a language.
	 *
	 * @param string $language A language tag. One without a table has that of its language, or English.
	 */
	public function __construct( string $language ) {
		$tables      = Data::arrays( 'formats' );
		$this->table = $tables[ $language ] ?? $tables[ strtok( $language, '-' ) ] ?? $tables['en'];
	}

	/**
	 * `20–30 minutes`; one figure if both ends are the same.
	 *
	 * @param int|float $min  The least.
	 * @param int|float $max  The most.
	 * @param string    $unit `minute`, `hour`, `day`, `week` or `month`.
	 */
	public function duration( $min, $max, string $unit ): string {
		$forms = $this->table['units'][ $unit ];
		$last  = $this->plural( $max );
		if ( (float) $min === (float) $max ) {
			return strtr( $forms['one'][ $last ], array( '{n}' => $this->number( $max ) ) );
		}
		return strtr(
			$forms['range'][ $this->plural( $min ) . '-' . $last ] ?? $forms['range']['other-other'],
			array(
				'{a}' => $this->number( $min ),
				'{b}' => $this->number( $max ),
			)
		);
	}

	/**
	 * Days after the procedure in the unit that people would use: `1–2 days`, `8–12 weeks`, `6 months`.
	 *
	 * @param int $from First day.
	 * @param int $to   Last day.
	 */
	public function days( int $from, int $to ): string {
		$in_weeks              = $from >= 14 && 0 === $from % 7 && 0 === $to % 7;
		list( $unit, $length ) = $from >= 84 ? array( 'month', 30 ) : ( $in_weeks ? array( 'week', 7 ) : array( 'day', 1 ) );
		return $this->duration( (int) floor( $from / $length + 0.5 ), (int) floor( $to / $length + 0.5 ), $unit );
	}

	/**
	 * `November 22, 2026`; empty for what is no day of the calendar.
	 *
	 * @param string $date Such as `2026-11-22`.
	 */
	public function date( string $date ): string {
		if ( ! preg_match( '~^(\d{4})-(\d\d)-(\d\d)$~', $date, $parts ) || ! checkdate( (int) $parts[2], (int) $parts[3], (int) $parts[1] ) ) {
			return '';
		}
		return strtr(
			$this->table['date'],
			array(
				'{day}'   => $this->digits( (string) (int) $parts[3] ),
				'{month}' => $this->table['months'][ $parts[2] - 1 ],
				'{year}'  => $this->digits( (string) (int) $parts[1] ),
			)
		);
	}

	/**
	 * The form that a counting text has for a number.
	 *
	 * @param int|float $number Any number.
	 */
	private function plural( $number ): string {
		$whole = (int) $number;
		if ( (float) $whole !== (float) $number ) {
			return 'other';
		}
		// The table ends; the rules of languages look at the last two digits.
		$index = $whole <= 200 ? $whole : 100 + $whole % 100;
		return $this->table['plurals'][ (int) substr( $this->table['counts'], $index, 1 ) ];
	}

	/**
	 * A number with the marks of the language.
	 *
	 * @param int|float $number Any number.
	 */
	private function number( $number ): string {
		$decimals = strlen( rtrim( substr( strrchr( number_format( $number, 3, '.', '' ), '.' ), 1 ), '0' ) );
		return $this->digits( number_format( $number, $decimals, $this->table['decimal'], $this->table['group'] ) );
	}

	/**
	 * Digits as the language writes them.
	 *
	 * @param string $text A text with digits.
	 */
	private function digits( string $text ): string {
		return isset( $this->table['digits'] ) ? strtr( $text, $this->table['digits'] ) : $text;
	}
}
