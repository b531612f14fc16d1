import { ImpliedNeed, needOfResource } from './needs-context';
import { DEPLOYING } from './operations';
import { textsOf } from '../../iam/intrinsic-text';
import type { PartialText } from '../../iam/partial-text';
import { concatenated } from '../../iam/text-building';
import type { Need } from '../need';
import { importedValue, ImportedValue } from '../templates/imported-values';
import { memberOf, walk } from '../templates/json-values';
import { arnText } from '../templates/physical-names';
import type { TemplateResource } from '../templates/template-model';

const SOURCE = 'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.Fn.html';

/** Outputs of other stacks (`Fn::GetStackOutput`): CloudFormation describes the stack with its role, or with one that is named. */
export function stackOutputNeeds(resource: TemplateResource): Need[] {
  const imported = new Map<string, ImportedValue>();
  walk(resource.properties, (inner) => {
    const reference = typeof inner === 'string' ? undefined : memberOf(inner, 'Ref');
    const value = importedValue(reference);
    if (value && 'stack' in value) imported.set(String(reference), value);
  });
  return [...imported.values()].map((value) => needOfResource(resource, readNeed(resource, value)));
}

function readNeed({ model }: TemplateResource, value: ImportedValue): ImpliedNeed {
  const shared = { operations: DEPLOYING, kind: 'dynamic-reference', source: SOURCE } as const;
  const { stack, region, role } = value as Extract<ImportedValue, { readonly stack: string }>;
  if (role !== undefined) {
    const roles = textsOf(role, model.scope);
    return { ...shared, action: 'sts:AssumeRole', ...(roles.length === 1 && { resource: roles[0] }) };
  }
  const beginning = arnText(`cloudformation:${region ?? 'R'}:A:stack/${stack}/`, model.scope);
  const resource: PartialText = concatenated(beginning, [{ unknown: `id of ${stack}` }]);
  return { ...shared, action: 'cloudformation:DescribeStacks', resource };
}
