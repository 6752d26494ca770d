/** Where a widget can go. Each has its own text to paste. */
export const targets = [
  'html',
  'plain',
  'placeholder',
  'wordpress-block',
  'wordpress-shortcode',
  'wix',
  'squarespace',
  'webflow',
  'shopify',
  'drupal',
  'iframe',
  'address',
  'react',
  'npm',
  'self-hosting',
] as const;
export type Target = (typeof targets)[number];
