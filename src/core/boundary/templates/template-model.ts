import type { JsonRecord } from './json-values';
import type { IntrinsicScope } from '../../iam/intrinsic-scope';
import type { DeployedTemplate } from '../deployed-template';

/** A template of a stack or nested stack, read: whatever was wrong with it stands in the problems. */
export interface TemplateModel {
  readonly deployed: DeployedTemplate;
  /** Name of the stack; of nested stacks with a path, `Backend/Nested`. */
  readonly stack: string;
  /** By logical id; those that are certainly not made are left out. */
  readonly resources: ReadonlyMap<string, TemplateResource>;
  /** Sections by their members. */
  readonly parameters: JsonRecord;
  readonly outputs: JsonRecord;
  /** Names of the macros of the section `Transform`. */
  readonly transforms: readonly string[];
  /** For reading values of this template. */
  readonly scope: IntrinsicScope;
  /** Models of the nested stacks, by logical id. */
  readonly nested: Map<string, TemplateModel>;
}

export interface TemplateResource {
  readonly model: TemplateModel;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonRecord;
  /** Construct path. */
  readonly path?: string;
  /** Name of the condition that decides whether it is made, where the template doesn't tell the outcome. */
  readonly condition?: string;
}
