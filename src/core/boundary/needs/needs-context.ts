import { ActionResources } from './action-resources';
import { IdentityIndex } from './identity-index';
import type { TypeTable } from '../../handler-permissions/type-needs';
import type { ActionTable } from '../../iam/action-table';
import type { Need, NeedOrigin } from '../need';
import type { TemplateModel, TemplateResource } from '../templates/template-model';

/** What is known about actions and resource types. */
export interface NeedsTables {
  readonly actions: ActionTable;
  readonly types: TypeTable;
}

export interface NeedsOptions {
  /**
   * ARN of the role that CloudFormation deploys with, for templates that don't name one. It may hold `${AWS::AccountId}`
   * and other pseudo parameters.
   *
   * @default - nested stacks may be given any role
   */
  readonly executionRole?: string;
}

/** What all derivations of needs look things up in. */
export interface NeedsContext {
  readonly tables: NeedsTables;
  readonly options: NeedsOptions;
  readonly models: readonly TemplateModel[];
  readonly actionResources: ActionResources;
  readonly identities: IdentityIndex;
}

/** A need without what is the same for all needs of its resource. */
export type ImpliedNeed = Omit<Need, 'origin' | 'certainty'> & {
  readonly isCertain?: boolean;
  readonly kind: NeedOrigin['kind'];
  readonly property?: string;
  readonly source: string;
};

/** The need of a resource. What a resource needs that may not be made at all, is needed perhaps. */
export function needOfResource(resource: TemplateResource, implied: ImpliedNeed): Need {
  const { isCertain = true, kind, property, source, ...need } = implied;
  const { model, logicalId, path, type, condition } = resource;
  const perhaps = condition === undefined ? property : (property ?? 'Condition');
  return {
    ...need,
    certainty: isCertain && condition === undefined ? 'certain' : 'conditional',
    origin: {
      kind,
      stack: model.stack,
      logicalId,
      ...(path !== undefined && { path }),
      resourceType: type,
      ...(perhaps !== undefined && { property: perhaps }),
      source,
    },
  };
}

/** The need of a template as a whole. */
export function needOfTemplate({ stack }: TemplateModel, implied: ImpliedNeed): Need {
  const { isCertain = true, kind, property, source, ...need } = implied;
  return {
    ...need,
    certainty: isCertain ? 'certain' : 'conditional',
    origin: { kind, stack, ...(property !== undefined && { property }), source },
  };
}
