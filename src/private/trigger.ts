import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { BackendResources } from './backend-resources';
import type { Right } from './rights';
import type { FunctionContract } from '../core/contracts/functions';

/** The function that a trigger is for, as far as it exists before its role has rights. */
export interface TriggeredFunction {
  readonly scope: Construct;
  readonly contract: FunctionContract;
  readonly resources: BackendResources;
}

/** What a trigger brings to its function. */
export interface MadeTrigger {
  /** What the role of the function needs for it. */
  readonly rights: readonly Right[];
  /** Connects it; the function must have its rights by then, because Lambda checks them when a mapping is made. */
  connect(handler: Function): void;
}
