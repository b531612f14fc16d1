import { ActionResources } from './action-resources';
import { assetNeeds } from './asset-needs';
import { customResourceNeeds, isCustomResource } from './custom-resource-needs';
import { handlerNeeds } from './handler-needs';
import { IdentityIndex } from './identity-index';
import { macroFunctions, macrosOf } from './macro-needs';
import type { NeedsContext, NeedsOptions, NeedsTables } from './needs-context';
import { executionRoleNeeds, passedRoleNeeds, serviceLinkedRoleNeeds } from './passed-role-needs';
import { dynamicReferenceNeeds, parameterNeeds } from './reference-needs';
import { stackOutputNeeds } from './stack-output-needs';
import { UnknownTypes } from './unknown-types';
import type { DeployedTemplate, TemplateProblem } from '../deployed-template';
import type { Need } from '../need';
import { readTemplates } from '../templates/read-templates';
import type { TemplateModel, TemplateResource } from '../templates/template-model';

export type { NeedsOptions, NeedsTables } from './needs-context';

export interface NeedsOfTemplates {
  readonly needs: readonly Need[];
  /** What can't be derived; everything else is derived all the same. */
  readonly problems: readonly TemplateProblem[];
}

/**
 * Everything that CloudFormation calls with its execution role to create, update, delete and roll back the stacks.
 *
 * `Fn::ImportValue` needs nothing: exports are values that CloudFormation keeps itself, and no call of a listing API is
 * documented for a deployment (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html).
 */
export function needsOf(
  templates: readonly DeployedTemplate[],
  tables: NeedsTables,
  options: NeedsOptions = {},
): NeedsOfTemplates {
  const { models, problems } = readTemplates(templates);
  const context: NeedsContext = {
    tables,
    options,
    models,
    actionResources: new ActionResources(tables.actions),
    identities: new IdentityIndex(models),
  };
  const unknownTypes = new UnknownTypes();
  const functions = macroFunctions(models);
  const found = models.map((model) => {
    const macros = macrosOf(model, functions);
    const ofResources = [...model.resources.values()].flatMap((resource) =>
      resourceNeeds(resource, context, unknownTypes),
    );
    return {
      needs: [...parameterNeeds(model), ...macros.needs, ...ofResources, ...dynamicReferenceNeeds(model)],
      problems: [...macros.problems, ...missingNestedTemplates(model)],
    };
  });
  return {
    needs: found.flatMap(({ needs }) => needs),
    problems: [...problems, ...found.flatMap((each) => each.problems), ...unknownTypes.problems()],
  };
}

function resourceNeeds(resource: TemplateResource, context: NeedsContext, unknownTypes: UnknownTypes): Need[] {
  const facts = context.tables.types.find(resource.type);
  if (!facts && !isCustomResource(resource)) unknownTypes.add(resource);
  const implied = [
    ...(facts ? [...passedRoleNeeds(resource, facts, context), ...serviceLinkedRoleNeeds(resource, facts)] : []),
    ...executionRoleNeeds(resource, context),
    ...customResourceNeeds(resource),
    ...assetNeeds(resource),
    ...stackOutputNeeds(resource),
  ];
  const known = new Set(implied.filter((need) => need.resource).map(({ action }) => action));
  return facts ? [...implied, ...handlerNeeds(resource, facts, context, known)] : implied;
}

function missingNestedTemplates({ stack, resources, nested }: TemplateModel): TemplateProblem[] {
  return [...resources.values()]
    .filter(({ type, logicalId }) => type === 'AWS::CloudFormation::Stack' && !nested.has(logicalId))
    .map(({ logicalId }) => ({
      place: `${stack}: Resources.${logicalId}`,
      value: 'a nested stack without its template',
      reason: 'what its resources need is not known',
      remedy: 'give the folder of the assembly, which holds the templates of nested stacks, too',
    }));
}
