<?php
/**
 * The blocks.
 *
 * @package StemcellGuide
 */

namespace StemcellGuide;

defined( 'ABSPATH' ) || exit;

/**
 * A block for each element, rendered here at each view, so that no role has to save a custom element; and a question for
 * the questions and answers, which is saved as plain HTML.
 */
final class Blocks {

	const EDITOR = 'stemcell-guide-editor';

	/**
	 * Takes part in WordPress.
	 */
	public static function hook(): void {
		add_action( 'init', array( __CLASS__, 'register' ) );
		add_action( 'enqueue_block_editor_assets', array( __CLASS__, 'tell_editor' ) );
	}

	/**
	 * Registers the blocks and what edits them.
	 */
	public static function register(): void {
		wp_register_script(
			self::EDITOR,
			plugins_url( 'editor.js', PLUGIN_FILE ),
			array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-data', 'wp-dom', 'wp-element', 'wp-i18n' ),
			VERSION,
			true
		);
		wp_set_script_translations( self::EDITOR, 'stemcell-guide', dirname( PLUGIN_FILE ) . '/languages' );
		wp_register_style( self::EDITOR, plugins_url( 'editor.css', PLUGIN_FILE ), array(), VERSION );
		foreach ( Widget::NAMES as $name ) {
			register_block_type(
				dirname( PLUGIN_FILE ) . "/blocks/$name",
				array(
					'render_callback' => fn( $attributes, $content ) => self::render( $name, $attributes, $content ),
				)
			);
		}
		register_block_type( dirname( PLUGIN_FILE ) . '/blocks/question' );
	}

	/**
	 * A block on a page.
	 *
	 * @param string               $name       One of `Widget::NAMES`.
	 * @param array<string, mixed> $attributes The block's attributes.
	 * @param string               $content    What is inside the block, rendered.
	 */
	private static function render( string $name, array $attributes, string $content ): string {
		$given = array();
		foreach ( $attributes as $key => $value ) {
			// WordPress adds attributes of its own: what every block supports, such as its width.
			$attribute = Widget::attribute( $key );
			if ( Widget::knows( $name, $attribute ) && is_scalar( $value ) ) {
				$given[ $attribute ] = $value;
			}
		}
		return Widget::render( $name, $given, $content, get_block_wrapper_attributes() );
	}

	/**
	 * Tells the editor what it shows the widgets with.
	 */
	public static function tell_editor(): void {
		$guide    = Guide::of_site();
		$settings = Options::settings();
		$told     = array(
			'script'     => add_query_arg( 'ver', VERSION, Script::address() ),
			'language'   => get_bloginfo( 'language' ),
			'settings'   => (object) $settings,
			'json'       => $guide->json,
			'categories' => self::choices( $guide->content['categories'], 'name' ),
			'pathways'   => self::choices( $guide->content['pathways'], 'name' ),
			'page'       => current_user_can( 'manage_options' ) ? Settings_Page::address() : '',
		);
		wp_add_inline_script( self::EDITOR, 'window.stemcellGuide = ' . wp_json_encode( $told, JSON_HEX_TAG | JSON_HEX_AMP ) . ';', 'before' );
	}

	/**
	 * Items of the guide as a list to choose from.
	 *
	 * @param array  $items Items with ids.
	 * @param string $label The key of what they are called.
	 */
	private static function choices( array $items, string $label ): array {
		return array_map(
			fn( $item ) => array(
				'value' => $item['id'],
				'label' => $item[ $label ],
			),
			$items
		);
	}
}
