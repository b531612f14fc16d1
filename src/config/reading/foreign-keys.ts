/** Context key of an app that says where its configuration comes from. */
export const PLATFORM_CONTEXT_KEY = 'platform';

/**
 * Keys at the top of a context that are not ours and stay unread: feature flags and lookup results of the CDK
 * (`@aws-cdk/core:…`, `hosted-zone:account=…`), its own bookkeeping, the switches of CompactConnect's pipeline modes, and
 * what this library's apps read themselves.
 */
export function isForeignContextKey(key: string): boolean {
  return key.startsWith('@') || key.includes(':') || OTHER_CONTEXT_KEYS.includes(key);
}

const OTHER_CONTEXT_KEYS = [
  'acknowledged-issue-numbers',
  'cli-telemetry',
  'action',
  'pipelineStack',
  PLATFORM_CONTEXT_KEY,
  'environment',
];
