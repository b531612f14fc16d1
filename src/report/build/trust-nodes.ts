import { roleId } from './role-rights';
import type { DeployedIdentity } from '../../core/boundary/deployed-identity';
import type { PartialText } from '../../core/iam/partial-text';
import type { Patterns, PolicyPrincipal } from '../../core/iam/policy';
import { displayText, matchesText } from '../../core/iam/text-matching';
import type { TrustNode } from '../model-roles';

const ACCOUNT_IN_ARN = /^arn:[^:]*:(?:iam|sts)::(\d{12}):/;
const ACCOUNT_ITSELF = /^(?:arn:[^:]*:iam::)?(\d{12})(?::root)?$/;

/** Roles, users and principals of a graph; each one once, whoever names it. */
export class TrustNodes {
  private readonly nodes = new Map<string, TrustNode>();
  private readonly identityByArn: ReadonlyMap<string, DeployedIdentity>;

  public constructor(private readonly identities: readonly DeployedIdentity[]) {
    this.identityByArn = new Map(identities.map((identity) => [displayText(identity.arn), identity]));
  }

  public all(): TrustNode[] {
    return [...this.nodes.values()];
  }

  public identity(identity: DeployedIdentity): TrustNode {
    const { kind, path, account } = identity;
    return this.node({ id: roleId(identity), kind, label: path ?? roleId(identity), account });
  }

  /** Whom an element of a trust policy names. */
  public principals({ not, patterns }: Patterns<PolicyPrincipal>): TrustNode[] {
    if (!not) return patterns.map((principal) => this.principal(principal));
    const excepted = patterns.map(({ value }) => displayText(value)).join(', ');
    return [this.node({ id: `anyone except ${excepted}`, kind: 'anyone', label: `anyone except ${excepted}` })];
  }

  /** The roles of the app that a pattern of an identity's policy certainly names; else what it says. */
  public targets(pattern: PartialText): TrustNode[] {
    const known = this.identityByArn.get(displayText(pattern));
    if (known !== undefined) return [this.identity(known)];
    const text = displayText(pattern);
    if (text === '*') {
      return [this.node({ id: 'role *', kind: 'elsewhere', label: 'any role that trusts it' })];
    }
    const matched = this.identities.filter(({ kind, arn }) => kind === 'role' && matchesText(pattern, arn) === 'yes');
    return matched.length > 0 ? matched.map((identity) => this.identity(identity)) : [this.elsewhere(text)];
  }

  private principal({ kind, value }: PolicyPrincipal): TrustNode {
    const text = displayText(value);
    if (kind === '*' || text === '*') return this.node({ id: 'anyone', kind: 'anyone', label: 'anyone' });
    if (kind === 'Service') return this.node({ id: `service ${text}`, kind: 'service', label: text });
    if (kind === 'Federated') return this.node({ id: `federated ${text}`, kind: 'federated', label: text });
    const known = this.identityByArn.get(text);
    if (known !== undefined) return this.identity(known);
    const [, account = undefined] = ACCOUNT_ITSELF.exec(text) ?? [];
    if (account === undefined) return this.elsewhere(text);
    return this.node({ id: `account ${account}`, kind: 'account', label: `everyone in ${account}`, account });
  }

  private elsewhere(text: string): TrustNode {
    const [, account = undefined] = ACCOUNT_IN_ARN.exec(text) ?? [];
    return this.node({
      id: `role ${text}`,
      kind: 'elsewhere',
      label: text.replace(/^arn:.*?:(?=role\/|user\/)/, ''),
      account,
    });
  }

  private node(node: TrustNode): TrustNode {
    const known = this.nodes.get(node.id);
    if (known) return known;
    this.nodes.set(node.id, node);
    return node;
  }
}
