import type { PictureNode, TrustPicture } from './trust-picture';
import { grouped } from '../../core/boundary/fold/grouped';
import { compareTexts } from '../build/order';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TrustLayout {
  readonly width: number;
  readonly height: number;
  readonly groups: readonly (Box & { readonly title: string })[];
  readonly nodes: ReadonlyMap<string, Box & { readonly node: PictureNode }>;
}

/** Measures in pixels of the picture. */
const NODE = { width: 250, height: 26, gap: 8 };
const GROUP = { padding: 12, title: 24, gap: 18 };
/** Room between columns, where the arrows run. */
const GUTTER = 100;

const COLUMNS: readonly PictureNode['column'][] = ['principals', 'roles', 'elsewhere'];

/** Places for everything, the same for the same picture. Columns that have nothing take no room. */
export function trustLayout({ nodes, edges }: TrustPicture): TrustLayout {
  const groups: (Box & { title: string })[] = [];
  const placed = new Map<string, Box & { node: PictureNode }>();
  let x = 0;
  let height = 0;
  for (const column of COLUMNS) {
    const inColumn = nodes.filter((node) => node.column === column);
    if (inColumn.length === 0) continue;
    let y = 0;
    for (const [title, members] of [...grouped(inColumn, ({ group }) => group)].sort(([one], [other]) =>
      compareTexts(one, other),
    )) {
      const rows = ordered(members, edges, placed);
      const box = { x, y, width: NODE.width + 2 * GROUP.padding, height: groupHeight(rows.length) };
      groups.push({ ...box, title });
      rows.forEach((node, row) =>
        placed.set(node.id, {
          node,
          x: x + GROUP.padding,
          y: y + GROUP.title + GROUP.padding / 2 + row * (NODE.height + NODE.gap),
          width: NODE.width,
          height: NODE.height,
        }),
      );
      y += box.height + GROUP.gap;
    }
    height = Math.max(height, y - GROUP.gap);
    x += NODE.width + 2 * GROUP.padding + GUTTER;
  }
  return { width: Math.max(0, x - GUTTER) + loopRoom(edges, placed), height, groups, nodes: placed };
}

function groupHeight(rows: number): number {
  return GROUP.title + GROUP.padding + rows * (NODE.height + NODE.gap) - NODE.gap / 2;
}

/** Near what they are connected to, so that arrows cross less. */
function ordered(
  members: readonly PictureNode[],
  edges: TrustPicture['edges'],
  placed: ReadonlyMap<string, Box>,
): PictureNode[] {
  const heights = new Map(
    members.map(({ id }) => {
      const others = edges.flatMap(({ from, to }) => [...(to === id ? [from] : []), ...(from === id ? [to] : [])]);
      const known = others.flatMap((other) => placed.get(other)?.y ?? []);
      return [id, known.length === 0 ? 0 : known.reduce((sum, y) => sum + y, 0) / known.length] as const;
    }),
  );
  const heightOf = ({ id }: PictureNode) => heights.get(id) ?? 0;
  return [...members].sort((one, other) => heightOf(one) - heightOf(other) || compareTexts(one.label, other.label));
}

/** Arrows within the last column bend out to the right. */
function loopRoom(edges: TrustPicture['edges'], placed: ReadonlyMap<string, Box>): number {
  const right = Math.max(0, ...[...placed.values()].map(({ x }) => x));
  const isLoop = edges.some(({ from, to }) => placed.get(from)?.x === right && placed.get(to)?.x === right);
  return isLoop ? GUTTER / 2 : 0;
}
