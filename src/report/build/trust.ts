import { compareTexts } from './order';
import { trustConditions } from './trust-conditions';
import { TrustNodes } from './trust-nodes';
import type { DeployedIdentity } from '../../core/boundary/deployed-identity';
import { actionMatches } from '../../core/iam/action-matching';
import type { Statement } from '../../core/iam/policy';
import type { TrustEdge, TrustGraph } from '../model-roles';

const ASSUME_ROLE = 'sts:AssumeRole';

/** Who may take on which role: after the trust policies of the app's roles, and after its roles' own policies. */
export function trustGraph(identities: readonly DeployedIdentity[]): TrustGraph {
  const nodes = new TrustNodes(identities);
  const edges = [
    ...identities.flatMap((identity) => trusted(identity, nodes)),
    ...identities.flatMap((identity) => asking(identity, nodes)),
  ];
  return { nodes: nodes.all(), edges: merged(edges) };
}

function trusted(identity: DeployedIdentity, nodes: TrustNodes): TrustEdge[] {
  const { trust } = identity;
  if (trust === undefined) return [];
  const to = nodes.identity(identity).id;
  return trust.statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap((statement) => {
      const conditions = trustConditions(statement, trust);
      const principals = statement.principals === undefined ? [] : nodes.principals(statement.principals);
      return principals.map(({ id: from }) => ({ from, to, basis: 'trust policy' as const, conditions }));
    });
}

function asking(identity: DeployedIdentity, nodes: TrustNodes): TrustEdge[] {
  return identity.policies.flatMap((policy) =>
    policy.statements.filter(letsAsk).flatMap((statement) => {
      const from = nodes.identity(identity).id;
      const conditions = trustConditions(statement, { ...policy, statements: [] });
      const targets = (statement.resources?.patterns ?? []).flatMap((pattern) => nodes.targets(pattern));
      return targets.map(({ id: to }) => ({ from, to, basis: 'own policy' as const, conditions }));
    }),
  );
}

function letsAsk({ effect, actions, resources }: Statement): boolean {
  const isNamed = actions.patterns.some((pattern) => actionMatches(pattern, ASSUME_ROLE));
  return effect === 'Allow' && isNamed !== actions.not && resources?.not !== true;
}

/** One edge for each pair; conditions of the trust policy tell more than those of who asks. */
function merged(edges: readonly TrustEdge[]): TrustEdge[] {
  const byPair = new Map<string, TrustEdge>();
  for (const edge of edges) {
    const pair = `${edge.from}\n${edge.to}`;
    const known = byPair.get(pair);
    byPair.set(pair, known === undefined ? edge : joined(known, edge));
  }
  return [...byPair.values()].sort(
    (one, other) => compareTexts(one.from, other.from) || compareTexts(one.to, other.to),
  );
}

function joined(one: TrustEdge, other: TrustEdge): TrustEdge {
  // Of two statements of one policy each is enough by itself.
  const conditions =
    one.conditions.length === 0 || other.conditions.length === 0 ? [] : [...one.conditions, 'or', ...other.conditions];
  if (one.basis === other.basis) return { ...one, conditions };
  return { ...one, basis: 'both', conditions: [...one.conditions, ...other.conditions] };
}
