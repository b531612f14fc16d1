import type { AccountInput } from './account-input';
import type { AccountPolicy } from './account-model';
import type { ResolvedResource } from './resolve-template';
import { parsePolicy } from '../../iam/parse-policy';
import type { Policy } from '../../iam/policy';
import type { TemplateProblem } from '../deployed-template';

/** https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html */
export const ADMINISTRATOR_ACCESS = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};

const OF_AWS = /^arn:[^:]+:iam::aws:(policy\/.+)$/;

/** All policies that roles of the bootstrap refer to by their ARNs, and what was wrong with those that were read. */
export class PolicyShelf {
  public readonly problems: TemplateProblem[] = [];
  private readonly policies = new Map<string, AccountPolicy>();

  public constructor(
    private readonly input: AccountInput,
    resources: readonly ResolvedResource[],
  ) {
    for (const { arn, document } of input.executionPolicies ?? []) {
      if (document !== undefined) this.add(arn, document, arn);
    }
    for (const { id, type, properties, identity } of resources) {
      if (type === 'AWS::IAM::ManagedPolicy') this.add(identity.ref, properties.PolicyDocument, id);
    }
  }

  /** Policies of the template and those that were given. */
  public get own(): readonly AccountPolicy[] {
    return [...this.policies.values()];
  }

  /** @param place where the document stands, for people */
  public read(document: unknown, place: string): Policy {
    const { policy, problems } = parsePolicy(document, place);
    this.problems.push(...problems);
    return policy;
  }

  public add(arn: string, document: unknown, place: string): AccountPolicy {
    const added = { arn, policy: this.read(document, place), document };
    this.policies.set(arn, added);
    return added;
  }

  public find(arn: string): AccountPolicy {
    return this.policies.get(arn) ?? { arn, policy: this.ofAws(arn) };
  }

  private ofAws(arn: string): Policy | undefined {
    const [, name] = OF_AWS.exec(arn) ?? [];
    if (name === undefined) return undefined;
    if (name === 'policy/AdministratorAccess') return this.read(ADMINISTRATOR_ACCESS, 'AdministratorAccess');
    const facts = this.input.managedPolicies?.find(name);
    return facts === undefined ? undefined : this.read(facts.document, name.slice(name.lastIndexOf('/') + 1));
  }
}

export function administratorAccessArn(partition: string): string {
  return `arn:${partition}:iam::aws:policy/AdministratorAccess`;
}
