/**
 * Keys at the top of a context that are not ours and stay unread: feature flags and lookup results of the CDK
 * (`@aws-cdk/core:…`, `hosted-zone:account=…`), its own bookkeeping, and the switches of CompactConnect's pipeline modes.
 */
export function isForeignContextKey(key: string): boolean {
  return key.startsWith('@') || key.includes(':') || OTHER_CONTEXT_KEYS.includes(key);
}

const OTHER_CONTEXT_KEYS = ['acknowledged-issue-numbers', 'cli-telemetry', 'action', 'pipelineStack'];
