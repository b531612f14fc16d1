import { Validations } from 'aws-cdk-lib';
import { Acknowledgement, METADATA_TYPE } from './acknowledgements';

/** An acknowledgement as a construct's metadata tell it: those of the CDK itself have neither owner nor expiry. */
export interface StatedAcknowledgement {
  /** Path of the construct that carries it; the app's is empty. */
  readonly scope: string;
  /** Ids of findings. */
  readonly findings: readonly string[];
  readonly reason: string;
  readonly owner?: string;
  /** Last day on which it holds, `YYYY-MM-DD`. */
  readonly expires?: string;
}

/** An entry of a construct's metadata, in the app or in its assembly. */
export interface ScopeMetadata {
  readonly type: string;
  readonly data?: unknown;
}

/** All acknowledgements that stand on one construct; each one once, though ours are there as the CDK's own too. */
export function statedAcknowledgements(scope: string, metadata: readonly ScopeMetadata[]): StatedAcknowledgement[] {
  const dataOf = (wanted: string) => metadata.filter(({ type }) => type === wanted).map(({ data }) => data);
  const ours = dataOf(METADATA_TYPE).map((data) => ({ ...(data as Acknowledgement), scope }));
  const known = new Set(ours.flatMap(({ findings }) => findings));
  const plain = dataOf(Validations.ACKNOWLEDGED_RULES_METADATA_KEY).flatMap((data) =>
    Object.entries(data as Record<string, string>).map(([id, reason]) => ({ id: withoutNamespace(id), reason })),
  );
  return [
    ...ours,
    ...plain.filter(({ id }) => !known.has(id)).map(({ id, reason }) => ({ scope, findings: [id], reason })),
  ];
}

/** The CDK puts `Annotation::` before ids that name no plugin; details in brackets may have colons of their own. */
function withoutNamespace(id: string): string {
  return id.replace(/^[^[:]+::/, '');
}
