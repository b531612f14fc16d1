/** What a bootstrap stack says about the template that it was made from; the CDK CLI compares it before it replaces one. */
export function variantOf(name: string): string {
  return `cdk-compact-platform: ${name}`;
}

/** Variant of the template that the CDK CLI brings along. */
export const UPSTREAM_VARIANT = 'AWS CDK: Default Resources';
