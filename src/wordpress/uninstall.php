<?php
/**
 * Takes away everything that the plugin has kept: its two options, on every site of a network.
 *
 * @package StemcellGuide
 */

namespace StemcellGuide;

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require_once __DIR__ . '/includes/class-options.php';

if ( is_multisite() ) {
	foreach ( get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	) as $stemcell_guide_site ) {
		switch_to_blog( $stemcell_guide_site );
		Options::delete();
		restore_current_blog();
	}
} else {
	Options::delete();
}
