/** The pages of the portal anybody may open, one of each kind. */
export const publicPages: readonly string[] = [
  '/',
  '/halls/410500',
  '/halls/410500?q=开网吧',
  '/halls/410500/items/construction-permit',
  '/halls/410500/items/water-abstraction',
  '/halls/410500/lists',
  '/halls/410500/changes',
  '/halls/410500/figures',
  '/halls/410500/performance',
  '/track',
  '/verify',
];
