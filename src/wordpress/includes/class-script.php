<?php
/**
 * The one script of the widgets, from the site itself, and only where it is used.
 *
 * @package StemcellGuide
 */

namespace StemcellGuide;

defined( 'ABSPATH' ) || exit;

/**
 * Registers the script and its few lines of style.
 */
final class Script {

	const HANDLE = 'stemcell-guide';

	/** Before the script has run, an element is a box like any other. */
	const STYLE = 'stemcell-guide,stemcell-stepper,stemcell-faq,stemcell-checklist{display:block}';

	/**
	 * Takes part in WordPress.
	 */
	public static function hook(): void {
		add_action( 'init', array( __CLASS__, 'register' ) );
		add_filter( 'script_loader_tag', array( __CLASS__, 'defer' ), 10, 2 );
	}

	/**
	 * The address of the script. The version is a folder, so that the files which the script loads from beside it are
	 * never those of another version, whatever a browser has kept.
	 */
	public static function address(): string {
		return plugins_url( 'script-' . VERSION . '/stemcell-guide.js', PLUGIN_FILE );
	}

	/**
	 * Makes the script known. No page has it yet.
	 */
	public static function register(): void {
		load_plugin_textdomain( 'stemcell-guide', false, dirname( plugin_basename( PLUGIN_FILE ) ) . '/languages' );
		wp_register_script( self::HANDLE, self::address(), array(), VERSION, true );
		// Without a file of its own: there is nothing to fetch.
		wp_register_style( self::HANDLE, false, array(), VERSION );
		wp_add_inline_style( self::HANDLE, self::STYLE );
	}

	/**
	 * Asks for the script on the page that is being made.
	 */
	public static function ask_for(): void {
		wp_enqueue_script( self::HANDLE );
		wp_enqueue_style( self::HANDLE );
	}

	/**
	 * WordPress has a way to say `defer` since 6.3 only.
	 *
	 * @param string $tag    The script element.
	 * @param string $handle The name of the script.
	 */
	public static function defer( $tag, $handle ) {
		return self::HANDLE === $handle && false === strpos( $tag, ' defer' ) ? str_replace( ' src=', ' defer src=', $tag ) : $tag;
	}
}
