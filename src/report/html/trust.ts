import { html, HtmlPart, Markup } from './markup';
import { paragraph, path, Section } from './parts';
import { table } from './table';
import { Box, trustLayout } from './trust-layout';
import { PictureEdge, trustPicture } from './trust-picture';
import type { SecurityReport } from '../model';
import type { TrustGraph } from '../model-roles';
import { counted } from '../wording/counts';

/** Characters of a node's label that have room in it; ends of paths tell more than their beginnings. */
const LABEL_CHARACTERS = 32;

/** Room around the picture, so that lines at its edge are not cut. */
const MARGIN = 2;

export function trustSection({ trust }: SecurityReport): Section {
  return {
    id: 'trust',
    heading: 'Who may take on which role',
    count: trust.edges.length,
    content:
      trust.edges.length === 0
        ? paragraph('No role of the app can be taken on by anybody.')
        : [
            paragraph(
              'An unbroken arrow: the trust policy of the role lets the principal take it on. A broken one: the principal’s own policy lets it ask, and the role’s policy is not in this app. A thick one: both. The table below says the same in words.',
            ),
            pictureMarkup(trust),
            edgesTable(trust),
          ],
  };
}

function pictureMarkup(trust: TrustGraph): Markup {
  const { width, height, groups, nodes } = trustLayout(trustPicture(trust));
  const { edges } = trustPicture(trust);
  const viewBox = [-MARGIN, -MARGIN, width + 2 * MARGIN, height + 2 * MARGIN].map(Math.round).join(' ');
  return html`<div class="scroll picture" role="region" aria-label="Picture of who may take on which role" tabindex="0">
    <svg
      role="img"
      aria-labelledby="trust-title trust-description"
      viewBox="${viewBox}"
      width="${Math.round(width)}"
      height="${Math.round(height)}"
    >
      <title id="trust-title">Who may take on which role</title>
      <desc id="trust-description">
        ${counted(trust.edges.length, 'connection')} between principals and roles, grouped by account; the table below
        lists them.
      </desc>
      <defs>
        <marker
          id="tip"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path class="tip" d="M0 0 8 4 0 8z" />
        </marker>
      </defs>
      ${groups.map(
        ({ x, y, width: w, height: h, title }) =>
          html`<rect class="group" x="${x}" y="${y}" width="${w}" height="${h}" rx="6" /><text
              class="group-title"
              x="${x + 12}"
              y="${y + 18}"
              >${title}</text
            > `,
      )}${edges.map((edge) => edgeMarkup(edge, nodes))}${[...nodes.values()].map(
        ({ node, x, y, width: w, height: h }) =>
          html`<g
            ><title>${node.label}</title
            ><rect class="node${node.isAnyone && ' anyone'}" x="${x}" y="${y}" width="${w}" height="${h}" rx="4" /><text
              x="${x + 8}"
              y="${y + 17}"
              >${shortened(node.label)}</text
            ></g
          > `,
      )}
    </svg>
  </div> `;
}

const BASIS_CLASSES: Readonly<Record<PictureEdge['basis'], string>> = {
  'trust policy': 'edge',
  'own policy': 'edge own',
  both: 'edge both',
};

function edgeMarkup({ from, to, basis }: PictureEdge, boxes: ReadonlyMap<string, Box>): HtmlPart {
  const start = boxes.get(from);
  const end = boxes.get(to);
  if (start === undefined || end === undefined) return undefined;
  return html`<path class="${BASIS_CLASSES[basis]}" d="${curve(start, end)}" marker-end="url(#tip)" /> `;
}

/** From side to side; within a column out to the right and back. */
function curve(start: Box, end: Box): string {
  const startY = start.y + start.height / 2;
  const endY = end.y + end.height / 2;
  const right = ({ x, width }: Box) => x + width;
  if (start.x === end.x) {
    const bend = right(start) + 24 + Math.min(60, Math.abs(endY - startY) / 4);
    return `M${right(start)} ${startY} C${bend} ${startY} ${bend} ${endY} ${right(end)} ${endY}`;
  }
  const [startX, endX] = start.x < end.x ? [right(start), end.x] : [start.x, right(end)];
  const middle = (startX + endX) / 2;
  return `M${startX} ${startY} C${middle} ${startY} ${middle} ${endY} ${endX} ${endY}`;
}

function shortened(label: string): string {
  return label.length <= LABEL_CHARACTERS ? label : `…${label.slice(1 - LABEL_CHARACTERS)}`;
}

function edgesTable({ nodes, edges }: TrustGraph): Markup {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  return table({
    id: 'trust-table',
    caption: 'Who may take on which role, and after which policy',
    columns: [
      { heading: 'Who', kind: 'wide' },
      { heading: 'Role', kind: 'wide' },
      { heading: 'After' },
      { heading: 'Conditions', kind: 'wide' },
    ],
    rows: edges.map(({ from, to, basis, conditions }) => ({
      cells: [
        path(labels.get(from) ?? from),
        path(labels.get(to) ?? to),
        basis === 'both' ? 'trust policy and own policy' : basis,
        conditions.length === 0 ? 'none' : conditions.map((text) => html`${text}<br />`),
      ],
    })),
  });
}
