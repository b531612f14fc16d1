import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { KeyUse, Right } from './rights';

/**
 * The policy of a function. Nothing here changes a resource or a key of another stack, so stacks depend in one direction
 * only.
 *
 * @param region where the services are through which keys may be used
 */
export function handlerStatements(rights: readonly Right[], region: string): PolicyStatement[] {
  return [
    ...rights.map(({ actions, resource }) => new PolicyStatement({ actions: [...actions], resources: [resource] })),
    ...keyStatements(
      rights.flatMap(({ keyUse }) => keyUse ?? []),
      region,
    ),
  ];
}

/** One statement per key and service: the key works through that service only, never by a direct call. */
function keyStatements(uses: readonly KeyUse[], region: string): PolicyStatement[] {
  const merged = new Map<string, { key: IKey; service: string; actions: Set<string> }>();
  for (const { key, service, actions } of uses) {
    if (!key) continue;
    const id = `${key.node.path} ${service}`;
    const entry = merged.get(id) ?? { key, service, actions: new Set() };
    actions.forEach((action) => entry.actions.add(action));
    merged.set(id, entry);
  }
  return [...merged.values()].map(
    ({ key, service, actions }) =>
      new PolicyStatement({
        actions: [...actions],
        resources: [key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `${service}.${region}.amazonaws.com` } },
      }),
  );
}
