<?php
/**
 * Names as WordPress writes them.
 *
 * @package StemcellGuide
 */

namespace StemcellGuide\Sniffs\NamingConventions;

use PHP_CodeSniffer\Files\File;
use PHP_CodeSniffer\Sniffs\Sniff;

/**
 * Functions and variables in small letters with low lines, classes in capitalised words with low lines, a class in the file
 * that has its name.
 */
final class SnakeCaseSniff implements Sniff {

	/**
	 * What this looks at.
	 */
	public function register() {
		return array( T_VARIABLE, T_FUNCTION, T_CLASS );
	}

	/**
	 * Looks at one name.
	 *
	 * @param File $file     The file.
	 * @param int  $position Where in it.
	 */
	public function process( File $file, $position ) {
		$token = $file->getTokens()[ $position ];
		if ( T_VARIABLE === $token['code'] ) {
			$name = ltrim( $token['content'], '$' );
			if ( ! preg_match( '~^([a-z][a-z0-9]*(_[a-z0-9]+)*|_(POST|GET|FILES|SERVER|COOKIE|REQUEST))$~', $name ) ) {
				$file->addError( 'the variable %s is not in snake_case', $position, 'Variable', array( $name ) );
			}
			return;
		}
		$name = $file->getDeclarationName( $position );
		if ( T_FUNCTION === $token['code'] && $name && ! preg_match( '~^(__)?[a-z][a-z0-9]*(_[a-z0-9]+)*$~', $name ) ) {
			$file->addError( 'the function %s is not in snake_case', $position, 'Function', array( $name ) );
		}
		if ( T_CLASS === $token['code'] && $name ) {
			$expected = 'class-' . strtolower( str_replace( '_', '-', $name ) ) . '.php';
			if ( ! preg_match( '~^[A-Z][a-z0-9]*(_[A-Z][a-z0-9]*)*$~', $name ) || basename( $file->getFilename() ) !== $expected ) {
				$file->addError( 'the class %s belongs into a file called %s', $position, 'Class', array( $name, $expected ) );
			}
		}
	}
}
