import { grouped } from '../../core/boundary/fold/grouped';
import { compareTexts } from '../build/order';
import type { TrustEdge, TrustGraph, TrustNode } from '../model-roles';
import { counted, listed } from '../wording/counts';

/** What the picture of a trust graph shows: roles that only services take on are one node for each kind. */
export interface TrustPicture {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

export interface PictureNode {
  readonly id: string;
  readonly label: string;
  /** Principals stand left, the app's roles in the middle, roles elsewhere right. */
  readonly column: 'principals' | 'roles' | 'elsewhere';
  /** Heading of the box that it stands in. */
  readonly group: string;
  readonly isAnyone: boolean;
}

export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  readonly basis: TrustEdge['basis'];
}

export function trustPicture({ nodes, edges }: TrustGraph): TrustPicture {
  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  const folded = foldedRoles(nodes, edges, nodeById);
  const foldOf = new Map(folded.flatMap((fold) => fold.roles.map((role) => [role, fold.node.id] as const)));
  const pictured = edges.map(({ from, to, basis }) => ({
    from: foldOf.get(from) ?? from,
    to: foldOf.get(to) ?? to,
    basis,
  }));
  const connected = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return {
    nodes: [
      ...nodes.filter(({ id }) => !foldOf.has(id) && connected.has(id)).map(pictureNode),
      ...folded.map(({ node }) => node),
    ],
    edges: [...new Map(pictured.map((edge) => [JSON.stringify(edge), edge])).values()],
  };
}

function pictureNode(node: TrustNode): PictureNode {
  const { id, label, kind, account } = node;
  return { id, label, isAnyone: kind === 'anyone', ...boxOf(kind, account) };
}

function boxOf(kind: TrustNode['kind'], account: string | undefined): Pick<PictureNode, 'column' | 'group'> {
  const owner = account === undefined ? 'account not stated' : `account ${account}`;
  if (kind === 'role' || kind === 'user') return { column: 'roles', group: owner };
  if (kind === 'elsewhere') return { column: 'elsewhere', group: `elsewhere, ${owner}` };
  if (kind === 'service') return { column: 'principals', group: 'services of AWS' };
  if (kind === 'federated') return { column: 'principals', group: 'identity providers' };
  return { column: 'principals', group: kind === 'account' ? 'accounts' : 'everybody' };
}

interface Fold {
  readonly node: PictureNode;
  readonly roles: readonly string[];
}

/** Roles that the same services take on, and nobody else, and that take on none: there are many, and each is plain. */
function foldedRoles(
  nodes: readonly TrustNode[],
  edges: readonly TrustEdge[],
  nodeById: ReadonlyMap<string, TrustNode>,
): Fold[] {
  const incoming = grouped(edges, ({ to }) => to);
  const asking = new Set(edges.map(({ from }) => from));
  const plain = nodes.flatMap((node) => {
    const sources = (incoming.get(node.id) ?? []).map(({ from }) => nodeById.get(from));
    const isPlain = sources.length > 0 && sources.every((source) => source?.kind === 'service') && !asking.has(node.id);
    const services = sources.flatMap((source) => source?.label ?? []).sort(compareTexts);
    return isPlain ? [{ node, services }] : [];
  });
  return [...grouped(plain, ({ node: { kind, account }, services }) => JSON.stringify([kind, account, services]))]
    .filter(([, members]) => members.length > 1)
    .map(([key, members]) => {
      const [{ node, services }] = members;
      const label = `${counted(members.length, node.kind)} of ${listed(services)}`;
      return {
        node: { id: `fold ${key}`, label, isAnyone: false, ...boxOf(node.kind, node.account) },
        roles: members.map((member) => member.node.id),
      };
    });
}
