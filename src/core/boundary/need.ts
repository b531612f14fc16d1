import type { PartialText } from '../iam/partial-text';
import type { RequestContext } from '../iam/request';

/** What a deployment does with a resource. `rollback` is what undoes a deployment that failed. */
export const OPERATIONS = ['create', 'read', 'update', 'delete', 'tag', 'rollback'] as const;

export type Operation = (typeof OPERATIONS)[number];

/** One action that CloudFormation calls with its execution role when it deploys a template. */
export interface Need {
  /** In the spelling of the action table. */
  readonly action: string;
  readonly operations: readonly Operation[];
  /** ARN that the action is called for, as far as the template tells; any when missing. */
  readonly resource?: PartialText;
  /** Values of condition keys that the call certainly carries, by key in lower case. */
  readonly context?: RequestContext;
  /** Conditional: needed when a property turns out to have a value that the template doesn't tell. */
  readonly certainty: 'certain' | 'conditional';
  readonly origin: NeedOrigin;
}

/** Where a need comes from. */
export interface NeedOrigin {
  readonly kind: NeedKind;
  /** Name of the stack; of nested stacks with a path, `Backend/Nested`. */
  readonly stack: string;
  readonly logicalId?: string;
  /** Construct path, where the template tells. */
  readonly path?: string;
  readonly resourceType?: string;
  /** Property that makes the action necessary. */
  readonly property?: string;
  /** Registry schema, page of the documentation. */
  readonly source: string;
}

export type NeedKind =
  | 'handler'
  | 'pass-role'
  | 'nested-stack'
  | 'service-linked-role'
  | 'parameter'
  | 'dynamic-reference'
  | 'encryption'
  | 'custom-resource'
  | 'asset'
  | 'macro';
