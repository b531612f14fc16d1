/**
 * The rule packs of cdk-nag. They are loaded when rules are about to run, not with the library: loading takes a tenth of
 * a synthesis, and most syntheses run no rules.
 */
export function cdkNag(): typeof import('cdk-nag') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- `import` would load it at once
  return require('cdk-nag');
}
