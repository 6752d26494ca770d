<?php
/**
 * What a request brings is asked for its right to be there.
 *
 * @package StemcellGuide
 */

namespace StemcellGuide\Sniffs\Security;

use PHP_CodeSniffer\Files\File;
use PHP_CodeSniffer\Sniffs\Sniff;

/**
 * A function that reads what was sent checks the key of the form and the rights of the person itself, or says in a
 * comment who has done so. To ask whether something was sent is no reading.
 */
final class CheckInputSniff implements Sniff {

	const INPUTS = array( '$_POST', '$_GET', '$_REQUEST', '$_FILES', '$_COOKIE', '$_SERVER' );

	/**
	 * What this looks at.
	 */
	public function register() {
		return array( T_VARIABLE );
	}

	/**
	 * Looks at one variable.
	 *
	 * @param File $file     The file.
	 * @param int  $position Where in it.
	 */
	public function process( File $file, $position ) {
		$tokens = $file->getTokens();
		$name   = $tokens[ $position ]['content'];
		if ( ! in_array( $name, self::INPUTS, true ) ) {
			return;
		}
		foreach ( $tokens[ $position ]['nested_parenthesis'] ?? array() as $open => $close ) {
			$before = $file->findPrevious( T_WHITESPACE, $open - 1, null, true );
			if ( in_array( $tokens[ $before ]['code'], array( T_ISSET, T_EMPTY ), true ) ) {
				return;
			}
		}
		$function = $file->getCondition( $position, T_FUNCTION );
		$body     = $function ? $file->getTokensAsString( $function, $position - $function ) : '';
		if ( preg_match( '~check_admin_referer|wp_verify_nonce|check_ajax_referer~', $body ) && preg_match( '~current_user_can~', $body ) ) {
			return;
		}
		if ( ! preg_match( '~The nonce is checked by the only caller~', $body ) ) {
			$file->addError( '%s is read before the key of the form and the rights of the person are checked', $position, 'NotChecked', array( $name ) );
		}
	}
}
