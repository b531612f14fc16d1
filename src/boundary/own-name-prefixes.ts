import { boundaryTables } from './tables';
import type { DeployedIdentity } from '../core/boundary/deployed-identity';
import type { DeployedTemplate } from '../core/boundary/deployed-template';
import { identitiesOf } from '../core/boundary/needs/identities-of';

/**
 * How names of the roles and users of templates begin: with the name of their stack where CloudFormation makes them, else
 * as they are given. None for names that nobody knows.
 */
export function ownNamePrefixes(templates: readonly DeployedTemplate[]): string[] {
  const { identities } = identitiesOf(templates, boundaryTables());
  const names = [...new Set(identities.flatMap((identity) => prefixOf(identity) ?? []))].sort();
  return names.filter((name) => !names.some((other) => other !== name && name.startsWith(other)));
}

function prefixOf({ arn, stack }: DeployedIdentity): string | undefined {
  const [first, ...rest] = arn;
  const [, path] = /:(?:role|user)\/(.*)$/.exec(typeof first === 'string' ? first : '') ?? [];
  const name = path?.split('/').at(-1);
  const ofStack = `${stack.split('/')[0]}-`;
  if (rest.length > 0 && name?.startsWith(ofStack)) return ofStack;
  return name === '' ? undefined : name;
}
