<?php
/**
 * The page for the clinic's details and a guide of its own.
 *
 * @package StemcellGuide
 */

namespace StemcellGuide;

defined( 'ABSPATH' ) || exit;

/**
 * Settings → Stem Cell Guide, for those who may manage the site.
 */
final class Settings_Page {

	const SLUG       = 'stemcell-guide';
	const CAPABILITY = 'manage_options';
	const NONCE      = 'stemcell_guide_save';
	const SCRIPT     = 'stemcell-guide-settings';

	/**
	 * What could not be kept, so that nobody has to write it again.
	 *
	 * @var string|null
	 */
	private static $draft = null;

	/**
	 * What the page has to say, each as a kind of notice and a text.
	 *
	 * @var array<int, array{0: string, 1: string}>
	 */
	private static $notices = array();

	/**
	 * Takes part in WordPress.
	 */
	public static function hook(): void {
		add_action( 'admin_menu', array( __CLASS__, 'register' ) );
		add_filter( 'plugin_action_links_' . plugin_basename( PLUGIN_FILE ), array( __CLASS__, 'add_link' ) );
	}

	/**
	 * The address of the page.
	 */
	public static function address(): string {
		return admin_url( 'options-general.php?page=' . self::SLUG );
	}

	/**
	 * Adds the page to the menu.
	 */
	public static function register(): void {
		$title = __( 'Stem Cell Guide', 'stemcell-guide' );
		$hook  = add_options_page( $title, $title, self::CAPABILITY, self::SLUG, array( __CLASS__, 'render' ) );
		if ( $hook ) {
			add_action( "load-$hook", array( __CLASS__, 'load' ) );
		}
	}

	/**
	 * Adds a way to the page in the list of plugins.
	 *
	 * @param string[] $links The links of the plugin.
	 */
	public static function add_link( $links ) {
		array_unshift( $links, '<a href="' . esc_url( self::address() ) . '">' . esc_html__( 'Settings', 'stemcell-guide' ) . '</a>' );
		return $links;
	}

	/**
	 * Before the page is shown: keeps what was sent, and asks for what checks a guide while it is written.
	 */
	public static function load(): void {
		if ( isset( $_POST['stemcell_guide_save'] ) ) {
			self::save();
		} elseif ( isset( $_GET['saved'] ) ) {
			self::$notices[] = array( 'success', __( 'Saved.', 'stemcell-guide' ) );
		}
		wp_enqueue_style( self::SCRIPT, plugins_url( 'settings.css', PLUGIN_FILE ), array(), VERSION );
		wp_enqueue_script( self::SCRIPT, plugins_url( 'settings.js', PLUGIN_FILE ), array( 'wp-i18n' ), VERSION, true );
		wp_set_script_translations( self::SCRIPT, 'stemcell-guide', dirname( PLUGIN_FILE ) . '/languages' );
	}

	/**
	 * Keeps what was sent. A guide that is no JSON is given back, and the one before stays.
	 */
	private static function save(): void {
		if ( ! current_user_can( self::CAPABILITY ) ) {
			wp_die( esc_html__( 'You may not change these settings.', 'stemcell-guide' ), '', array( 'response' => 403 ) );
		}
		check_admin_referer( self::NONCE );
		$settings = isset( $_POST['stemcell_guide'] ) && is_array( $_POST['stemcell_guide'] ) ? wp_unslash( $_POST['stemcell_guide'] ) : array(); // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- Options cleans each field in its own way.
		Options::keep_settings( $settings );
		$json    = self::sent_guide();
		$problem = self::refuse( $json );
		if ( null === $problem ) {
			Options::keep_guide( $json );
			wp_safe_redirect( add_query_arg( 'saved', '1', self::address() ) );
			exit;
		}
		self::$draft     = $json;
		self::$notices[] = array( 'error', $problem );
	}

	/**
	 * The JSON that was sent: a file goes before what is in the text field.
	 */
	private static function sent_guide(): string {
		// The nonce is checked by the only caller.
		// phpcs:disable WordPress.Security.NonceVerification, WordPress.Security.ValidatedSanitizedInput -- JSON is checked as JSON, and printed only through the escaping of the widgets.
		$file = isset( $_FILES['stemcell_guide_file'] ) ? $_FILES['stemcell_guide_file'] : array();
		$text = isset( $_POST['stemcell_guide_json'] ) && is_string( $_POST['stemcell_guide_json'] ) ? wp_unslash( $_POST['stemcell_guide_json'] ) : '';
		// phpcs:enable
		if ( isset( $file['error'], $file['tmp_name'], $file['size'] ) && UPLOAD_ERR_OK === $file['error'] && is_uploaded_file( $file['tmp_name'] ) ) {
			// One byte more than is accepted tells that the file is too long.
			$text = (string) file_get_contents( $file['tmp_name'], false, null, 0, Guide::MOST_BYTES + 1 );
		}
		return trim( Guide::without_mark( $text ) );
	}

	/**
	 * Why a text cannot be a guide; `null` if it can.
	 *
	 * @param string $json What was sent.
	 */
	private static function refuse( string $json ): ?string {
		if ( strlen( $json ) > Guide::MOST_BYTES ) {
			return __( 'The guide is longer than 1 MB. It was not saved; the one before is still used.', 'stemcell-guide' );
		}
		if ( '' === $json || is_object( Guide::decode( $json ) ) ) {
			return null;
		}
		$reason = JSON_ERROR_NONE === json_last_error() ? __( 'an object such as {"questions": […]} was expected', 'stemcell-guide' ) : json_last_error_msg();
		/* translators: %s: what is wrong, in the words of the program that reads JSON. */
		return sprintf( __( 'The guide is not JSON (%s). It was not saved; the one before is still used. Your text is below.', 'stemcell-guide' ), $reason );
	}

	/**
	 * The fields of the clinic: name, label, kind, help.
	 *
	 * @return array<int, string[]>
	 */
	private static function fields(): array {
		return array(
			array( 'clinic-name', __( 'Name of the clinic', 'stemcell-guide' ), 'text', __( 'As patients know it.', 'stemcell-guide' ) ),
			array( 'clinic-phone', __( 'Telephone by day', 'stemcell-guide' ), 'tel', __( 'With it, the warning signs say whom to call.', 'stemcell-guide' ) ),
			array( 'after-hours-phone', __( 'Telephone at night and on weekends', 'stemcell-guide' ), 'tel', '' ),
			array( 'emergency-number', __( 'Number of the ambulance', 'stemcell-guide' ), 'tel', __( 'Left empty, it follows the region.', 'stemcell-guide' ) ),
			array( 'clinic-email', __( 'Email', 'stemcell-guide' ), 'email', '' ),
			array( 'clinic-url', __( 'Page for questions', 'stemcell-guide' ), 'url', '' ),
		);
	}

	/**
	 * The page.
	 */
	public static function render(): void {
		if ( ! current_user_can( self::CAPABILITY ) ) {
			return;
		}
		$settings = Options::settings();
		?>
		<div class="wrap">
			<h1><?php esc_html_e( 'Stem Cell Guide', 'stemcell-guide' ); ?></h1>
			<?php foreach ( self::$notices as list( $kind, $text ) ) : ?>
				<div class="notice notice-<?php echo esc_attr( $kind ); ?>" role="<?php echo 'error' === $kind ? 'alert' : 'status'; ?>"><p><?php echo esc_html( $text ); ?></p></div>
			<?php endforeach; ?>
			<p><?php esc_html_e( 'What you enter here holds for every widget of the site. A block or a shortcode can say otherwise for itself.', 'stemcell-guide' ); ?></p>
			<form method="post" enctype="multipart/form-data" action="<?php echo esc_url( self::address() ); ?>">
				<?php wp_nonce_field( self::NONCE ); ?>
				<h2><?php esc_html_e( 'Your clinic', 'stemcell-guide' ); ?></h2>
				<table class="form-table" role="presentation">
					<?php
					foreach ( self::fields() as list( $name, $label, $type, $help ) ) {
						self::row( $name, $label, $type, $help, $settings[ $name ] ?? '' );
					}
					self::choice( 'region', __( 'Region', 'stemcell-guide' ), __( 'From the language of the site', 'stemcell-guide' ), self::regions(), $settings['region'] ?? '', __( 'Whose regulator’s notice and whose emergency number are shown.', 'stemcell-guide' ) );
					self::choice( 'pathway', __( 'Where the cells come from', 'stemcell-guide' ), __( 'The visitor chooses', 'stemcell-guide' ), array_column( Guide::of_site()->content['pathways'], 'name', 'id' ), $settings['pathway'] ?? '', __( 'Choose one if your clinic offers only this.', 'stemcell-guide' ) );
					?>
					<tr>
						<th scope="row"><label for="stemcell-guide-notice"><?php esc_html_e( 'Notice that the law asks for', 'stemcell-guide' ); ?></label></th>
						<td>
							<textarea id="stemcell-guide-notice" name="stemcell_guide[notice]" rows="3" class="large-text" aria-describedby="stemcell-guide-notice-help"><?php echo esc_textarea( $settings['notice'] ?? '' ); ?></textarea>
							<p class="description" id="stemcell-guide-notice-help"><?php esc_html_e( 'Shown first of all, word for word, and printed.', 'stemcell-guide' ); ?></p>
						</td>
					</tr>
					<?php self::row( 'accent', __( 'Colour of your clinic', 'stemcell-guide' ), 'text', __( 'Such as #00695c. Text stays readable whatever colour you choose.', 'stemcell-guide' ), $settings['accent'] ?? '' ); ?>
				</table>
				<?php
				self::guide_fields();
				submit_button( __( 'Save changes', 'stemcell-guide' ), 'primary', 'stemcell_guide_save' );
				?>
			</form>
		</div>
		<?php
	}

	/**
	 * The fields for a guide of the clinic's own, and what is wrong with the one that is used.
	 */
	private static function guide_fields(): void {
		$json     = self::$draft ?? Options::guide();
		$problems = null === self::$draft ? Guide::of_site()->problems : array();
		?>
		<h2><?php esc_html_e( 'Your own guide', 'stemcell-guide' ); ?></h2>
		<p><?php esc_html_e( 'Your own words as JSON. They are laid over the guide that comes with the plugin; what you leave out stays.', 'stemcell-guide' ); ?></p>
		<table class="form-table" role="presentation">
			<tr>
				<th scope="row"><label for="stemcell-guide-file"><?php esc_html_e( 'Upload a file', 'stemcell-guide' ); ?></label></th>
				<td>
					<input type="file" id="stemcell-guide-file" name="stemcell_guide_file" accept=".json,application/json" aria-describedby="stemcell-guide-file-help">
					<p class="description" id="stemcell-guide-file-help"><?php esc_html_e( 'It takes the place of what is in the field below when you save.', 'stemcell-guide' ); ?></p>
				</td>
			</tr>
			<tr>
				<th scope="row"><label for="stemcell-guide-json"><?php esc_html_e( 'Or write it here', 'stemcell-guide' ); ?></label></th>
				<td>
					<textarea id="stemcell-guide-json" name="stemcell_guide_json" rows="14" class="large-text code" spellcheck="false" dir="ltr" aria-describedby="stemcell-guide-json-help"><?php echo esc_textarea( $json ); ?></textarea>
					<p class="description" id="stemcell-guide-json-help"><?php esc_html_e( 'Empty it to go back to the guide that comes with the plugin.', 'stemcell-guide' ); ?></p>
					<div id="stemcell-guide-findings" class="stemcell-guide-findings">
						<?php if ( $problems ) : ?>
							<h3><?php esc_html_e( 'Not used, since it is wrong', 'stemcell-guide' ); ?></h3>
							<ul class="ul-disc" dir="ltr" lang="en">
								<?php foreach ( $problems as $problem ) : ?>
									<li><?php echo esc_html( $problem ); ?></li>
								<?php endforeach; ?>
							</ul>
						<?php endif; ?>
					</div>
				</td>
			</tr>
		</table>
		<?php
	}

	/**
	 * One row with a field.
	 *
	 * @param string $name  Name of the setting.
	 * @param string $label What it is called.
	 * @param string $type  Type of the field.
	 * @param string $help  What it is for; empty if that is clear.
	 * @param string $value What is kept.
	 */
	private static function row( string $name, string $label, string $type, string $help, string $value ): void {
		$id = "stemcell-guide-$name";
		?>
		<tr>
			<th scope="row"><label for="<?php echo esc_attr( $id ); ?>"><?php echo esc_html( $label ); ?></label></th>
			<td>
				<input type="<?php echo esc_attr( $type ); ?>" id="<?php echo esc_attr( $id ); ?>" name="stemcell_guide[<?php echo esc_attr( $name ); ?>]" value="<?php echo esc_attr( $value ); ?>" class="regular-text" <?php echo '' === $help ? '' : 'aria-describedby="' . esc_attr( "$id-help" ) . '"'; ?>>
				<?php self::help( $id, $help ); ?>
			</td>
		</tr>
		<?php
	}

	/**
	 * One row with a choice.
	 *
	 * @param string                $name    Name of the setting.
	 * @param string                $label   What it is called.
	 * @param string                $none    What no choice means.
	 * @param array<string, string> $choices Names by value.
	 * @param string                $value   What is kept.
	 * @param string                $help    What it is for.
	 */
	private static function choice( string $name, string $label, string $none, array $choices, string $value, string $help ): void {
		$id = "stemcell-guide-$name";
		?>
		<tr>
			<th scope="row"><label for="<?php echo esc_attr( $id ); ?>"><?php echo esc_html( $label ); ?></label></th>
			<td>
				<select id="<?php echo esc_attr( $id ); ?>" name="stemcell_guide[<?php echo esc_attr( $name ); ?>]" aria-describedby="<?php echo esc_attr( "$id-help" ); ?>">
					<?php foreach ( array_merge( array( '' => $none ), $choices ) as $key => $text ) : ?>
						<option value="<?php echo esc_attr( $key ); ?>" <?php selected( $value, $key ); ?>><?php echo esc_html( $text ); ?></option>
					<?php endforeach; ?>
				</select>
				<?php self::help( $id, $help ); ?>
			</td>
		</tr>
		<?php
	}

	/**
	 * What a field is for.
	 *
	 * @param string $id   Id of the field.
	 * @param string $help What it is for; empty if that is clear.
	 */
	private static function help( string $id, string $help ): void {
		if ( '' !== $help ) {
			echo '<p class="description" id="' . esc_attr( "$id-help" ) . '">' . esc_html( $help ) . '</p>';
		}
	}

	/**
	 * The regions by value.
	 *
	 * @return array<string, string>
	 */
	public static function regions(): array {
		return array(
			'us' => __( 'United States', 'stemcell-guide' ),
			'eu' => __( 'European Union', 'stemcell-guide' ),
			'ca' => __( 'Canada', 'stemcell-guide' ),
			'au' => __( 'Australia', 'stemcell-guide' ),
			'gb' => __( 'United Kingdom', 'stemcell-guide' ),
		);
	}
}
