import { isArn } from './identity-index';
import { needOfResource } from './needs-context';
import { CHANGING } from './operations';
import { valuesAt } from './property-values';
import { textsOf } from '../../iam/intrinsic-text';
import type { PartialText } from '../../iam/partial-text';
import type { Need } from '../need';
import type { TemplateResource } from '../templates/template-model';

const SOURCE = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html';

/** What calls the provider, by the service in the ARN of the token. */
const CALLS: Readonly<Record<string, string>> = { lambda: 'lambda:InvokeFunction', sns: 'sns:Publish' };

export function isCustomResource({ type }: Pick<TemplateResource, 'type'>): boolean {
  return type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
}

/** CloudFormation calls the provider of a custom resource with its own role: a function, or a topic. */
export function customResourceNeeds(resource: TemplateResource): Need[] {
  if (!isCustomResource(resource)) return [];
  return valuesAt(resource, 'ServiceToken').flatMap(({ value, isCertain }) =>
    textsOf(value, resource.model.scope).flatMap((token) => {
      const service = serviceOf(token);
      const calls = service === undefined ? Object.values(CALLS) : [CALLS[service]].filter(Boolean);
      return calls.map((action) =>
        needOfResource(resource, {
          action,
          operations: CHANGING,
          resource: token,
          isCertain: isCertain && service !== undefined,
          kind: 'custom-resource',
          property: 'ServiceToken',
          source: SOURCE,
        }),
      );
    }),
  );
}

function serviceOf(token: PartialText): string | undefined {
  if (!isArn(token)) return undefined;
  const text = token.map((part) => (typeof part === 'string' ? part : '?')).join('');
  return text.split(':')[2] || undefined;
}
