<?php
/**
 * What is printed is escaped where it is printed.
 *
 * @package StemcellGuide
 */

namespace StemcellGuide\Sniffs\Security;

use PHP_CodeSniffer\Files\File;
use PHP_CodeSniffer\Sniffs\Sniff;

/**
 * Refuses `echo $anything`: a variable or a function may stand there only inside a function that escapes, in the
 * condition of a choice between two, or as a count.
 */
final class EscapeOutputSniff implements Sniff {

	/** What escapes, or makes nothing but figures. */
	const SAFE = array( 'esc_html', 'esc_attr', 'esc_url', 'esc_textarea', 'esc_js', 'esc_html__', 'esc_attr__', 'wp_kses_post', 'wp_kses', 'absint', 'intval', 'count' );

	/** What prints what it is given as it is. */
	const PRINTERS = array( '_e', 'printf', 'vprintf', 'print', 'wp_die' );

	/**
	 * What this looks at.
	 */
	public function register() {
		return array( T_ECHO, T_PRINT, T_OPEN_TAG_WITH_ECHO, T_STRING );
	}

	/**
	 * Looks at one place that prints.
	 *
	 * @param File $file     The file.
	 * @param int  $position Where in it.
	 */
	public function process( File $file, $position ) {
		$tokens = $file->getTokens();
		if ( T_STRING === $tokens[ $position ]['code'] ) {
			$next  = $file->findNext( T_WHITESPACE, $position + 1, null, true );
			$calls = $next && T_OPEN_PARENTHESIS === $tokens[ $next ]['code'];
			if ( ! $calls || ! in_array( $tokens[ $position ]['content'], self::PRINTERS, true ) ) {
				return;
			}
			$start = $next + 1;
			$end   = $tokens[ $next ]['parenthesis_closer'];
		} else {
			$start = $position + 1;
			$end   = $file->findNext( array( T_SEMICOLON, T_CLOSE_TAG ), $start );
		}
		for ( $at = $start; $at < $end; $at++ ) {
			$token = $tokens[ $at ];
			if ( T_STRING === $token['code'] && in_array( $token['content'], self::SAFE, true ) ) {
				$open = $file->findNext( T_WHITESPACE, $at + 1, null, true );
				$at   = $tokens[ $open ]['parenthesis_closer'] ?? $at;
			} elseif ( in_array( $token['code'], array( T_VARIABLE, T_STRING, T_DOUBLE_QUOTED_STRING, T_HEREDOC ), true ) && ! self::is_condition( $file, $at, $end ) ) {
				$file->addError( '%s is printed without being escaped', $at, 'NotEscaped', array( $token['content'] ) );
			}
		}
	}

	/**
	 * Whether what stands here decides what is printed, and is not printed itself.
	 *
	 * @param File $file The file.
	 * @param int  $at   Where in it.
	 * @param int  $end  Where the statement ends.
	 */
	private static function is_condition( File $file, int $at, int $end ): bool {
		$question = $file->findNext( T_INLINE_THEN, $at, $end );
		return false !== $question && false === $file->findNext( array( T_COMMA, T_STRING_CONCAT, T_INLINE_ELSE ), $at, $question );
	}
}
