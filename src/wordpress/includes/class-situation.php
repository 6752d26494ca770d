<?php
/**
 * Everything outside the guide that decides what is shown.
 *
 * @package StemcellGuide
 */

namespace StemcellGuide;

defined( 'ABSPATH' ) || exit;

/**
 * Pathway, region and clinic of one widget, worked out as the elements do.
 */
final class Situation {

	/**
	 * Where the cells come from.
	 *
	 * @var string
	 */
	public $pathway;

	/**
	 * Whose regulator and whose emergency number; `other` for a place whose rules we do not know.
	 *
	 * @var string
	 */
	public $region;

	/**
	 * The clinic's details by token, those that are given.
	 *
	 * @var array<string, string>
	 */
	public $clinic;

	/**
	 * A situation.
	 *
	 * @param array<string, string> $settings Settings by attribute. What an element would not accept counts as not given.
	 * @param array                 $guide    The guide that is shown.
	 * @param string                $language The language of the page, such as `en-GB`.
	 */
	public function __construct( array $settings, array $guide, string $language ) {
		$facts         = Data::arrays( 'facts' );
		$pathway       = $settings['pathway'] ?? '';
		$region        = $settings['region'] ?? '';
		$this->pathway = in_array( $pathway, $facts['pathways'], true ) ? $pathway : $guide['pathways'][0]['id'];
		$this->region  = in_array( $region, $facts['regions'], true ) ? $region : self::region_of( $language );
		$this->clinic  = array();
		foreach ( $facts['clinic'] as $token => $attribute ) {
			if ( '' !== ( $settings[ $attribute ] ?? '' ) ) {
				$this->clinic[ $token ] = $settings[ $attribute ];
			}
		}
	}

	/**
	 * The region that a language tag points to: `en-CA` is Canada, `de` most likely Germany and so the EU.
	 *
	 * @param string $language A language tag.
	 */
	public static function region_of( string $language ): string {
		$facts = Data::arrays( 'facts' );
		if ( ! preg_match( '~^([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}|\d{3}))?(?:-|$)~i', str_replace( '_', '-', $language ), $parts ) ) {
			return 'us';
		}
		$country = strtolower( $parts[2] ?? '' );
		if ( '' === $country ) {
			return $facts['languages'][ strtolower( $parts[1] ) ] ?? 'other';
		}
		return $facts['countries'][ $country ] ?? 'other';
	}

	/**
	 * What stands in the place of the tokens of a guide.
	 *
	 * @param array $guide The guide that is shown.
	 * @return array<string, string>
	 */
	public function values( array $guide ): array {
		$number = Data::arrays( 'facts' )['emergencyNumbers'][ $this->region ] ?? null;
		return array_merge( $guide['tokens'], null === $number ? array() : array( 'emergencyNumber' => $number ), $this->clinic );
	}
}
