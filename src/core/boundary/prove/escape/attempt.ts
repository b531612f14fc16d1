import type { World } from './world';
import type { PartialText } from '../../../iam/partial-text';
import type { Policy } from '../../../iam/policy';
import type { RequestContext } from '../../../iam/request';
import type { AccountModel, AccountRole } from '../../account/account-model';

/** One way out of the boundary: things that must all be possible with the same target. */
export interface Attempt {
  /** What it comes to, for people; attempts of equal path are the same way with other targets. */
  readonly path: string;
  /** Whom or what it is done to; one that is enough. */
  readonly targets: readonly Target[];
  readonly steps: readonly Step[];
  /** How the boundary closes the path. */
  readonly remedy: string;
  /** Role of the bootstrap whose rights one has afterwards; rights beyond all boundaries when missing. */
  readonly gains?: AccountRole;
  /** What the account must hold for it, which only its owner knows. */
  readonly assumes?: string;
}

/** ARNs of which the attacker can choose one. */
export interface Target {
  readonly pattern: PartialText;
  /** Patterns of ARNs that are no targets: what they name carries the boundary. */
  readonly except?: readonly PartialText[];
  /** What every call on it carries: keys about the target itself. */
  readonly context?: RequestContext;
}

/** Something to do; one of the calls is enough. */
export interface Step {
  readonly what: string;
  readonly calls: readonly Call[];
}

export interface Call {
  readonly action: string;
  /** The attempt's target, anything that the attacker likes, or this ARN. */
  readonly resource: 'target' | 'anything' | PartialText;
  readonly context?: RequestContext;
  /** Trust policy of the role that is taken on, where it is known. */
  readonly trust?: Policy;
}

/** A kind of ways out. */
export type Technique = (world: World, model: AccountModel) => readonly Attempt[];

export function step(what: string, ...calls: readonly Call[]): Step {
  return { what, calls };
}

/** The same call by several actions, of which one is enough. */
export function oneOf(actions: readonly string[], resource: Call['resource'], context?: RequestContext): Call[] {
  return actions.map((action) => ({ action, resource, context }));
}
