import type { StatedAcknowledgement } from '../../nag/acknowledgement-metadata';
import type { Severity } from '../model';

/** What a report reads from a cloud assembly, of all its stages. */
export interface AssemblyFacts {
  readonly stacks: readonly StackFacts[];
  readonly findings: readonly FindingFacts[];
  /** Acknowledgements without doubles, of the app as far as it was recorded, and of its stacks. */
  readonly acknowledgements: readonly StatedAcknowledgement[];
  /** Rules that ran, with the number of resources they were about; missing when no record tells. */
  readonly resourcesOfRules?: ReadonlyMap<string, number>;
  /** What could not be read, in sentences. */
  readonly gaps: readonly string[];
}

export interface StackFacts {
  /** Construct path. */
  readonly path: string;
  readonly name: string;
  readonly account?: string;
  readonly region?: string;
  /** File of the template, relative to the assembly. */
  readonly template: string;
  readonly resources: readonly ResourceFacts[];
}

export interface ResourceFacts {
  readonly logicalId: string;
  readonly type: string;
  /** Construct path, where the assembly tells. */
  readonly path?: string;
  /** Equal for equal definitions. */
  readonly digest: string;
}

/** A finding as a rule pack or validation plugin tells it. */
export interface FindingFacts {
  /** Id under which it can be acknowledged, with the detail. */
  readonly id: string;
  readonly rule: string;
  readonly detail?: string;
  /** Pack or plugin. */
  readonly source: string;
  readonly severity: Severity;
  readonly description: string;
  readonly explanation?: string;
  /** Construct path of the resource. */
  readonly path: string;
  /** Where the plugin itself names the resource. */
  readonly template?: string;
  readonly logicalId?: string;
}

/** `AwsSolutions-IAM5[Resource::*]` is the rule `AwsSolutions-IAM5` with a detail. */
export function separateDetail(id: string): Pick<FindingFacts, 'rule' | 'detail'> {
  const parts = /^([^[]+)\[(.*)\]$/s.exec(id);
  return parts === null ? { rule: id } : { rule: parts[1], detail: parts[2] };
}
