import { anchor, html, HtmlPart, Markup } from './markup';
import { code, details, list, paragraph, path, Section, severityWord } from './parts';
import { table } from './table';
import type { BoundaryFigures } from '../../core/boundary/analysis';
import type { BoundaryFinding } from '../../core/boundary/finding';
import { ACCESS_LEVELS } from '../../core/iam/action-table';
import type { ReportedBoundary, SecurityReport } from '../model';
import { counted, numberText } from '../wording/counts';

export function boundariesSection({ boundaries: { analysed, notAnalysed } }: SecurityReport): Section {
  return {
    id: 'boundaries',
    heading: 'Permissions boundaries',
    content: [
      paragraph('How tight the boundaries of each account are, and whether a way leads beyond them.'),
      notAnalysed.length > 0 &&
        html`<ul class="statements">
          <li class="alarm">
            <span class="sign">Act on</span>
            <div>Nobody analysed the boundaries of these places: nothing is proved about them.${list(notAnalysed)}</div>
          </li>
        </ul> `,
      analysed.map(analysisMarkup),
    ],
  };
}

function analysisMarkup(analysis: ReportedBoundary): HtmlPart {
  const { place, stacks, boundaries, findings } = analysis;
  const id = anchor('place', place);
  // Ways out stand above as steps.
  const others = findings.filter(({ severity }) => severity !== 'fatal');
  return [
    html`<h3 id="${id}">${place}</h3> `,
    paragraph(`For ${counted(stacks.length, 'stack')}.`),
    figuresTable(id, place, boundaries),
    proof(analysis),
    others.length > 0 && findingsTable(id, place, others),
    closedPathsTable(id, analysis),
  ];
}

function figuresTable(id: string, place: string, boundaries: readonly BoundaryFigures[]): Markup {
  return table({
    id: `${id}-figures`,
    caption: `Size and tightness in ${place}`,
    columns: [
      { heading: 'Boundary' },
      { heading: 'Characters', kind: 'number' },
      { heading: 'Limit', kind: 'number' },
      { heading: 'Left', kind: 'number' },
      { heading: 'Needed actions', kind: 'number' },
      { heading: 'Allowed actions', kind: 'number' },
      { heading: 'Allowed without need', kind: 'wide' },
    ],
    rows: boundaries.map((figures) => ({
      cells: [
        figures.boundary,
        ...[figures.characters, figures.limit, figures.limit - figures.characters].map(numberText),
        ...[figures.neededActions, figures.allowedActions].map(numberText),
        extraActions(figures),
      ],
    })),
  });
}

function extraActions({ extraActions: extra }: BoundaryFigures): HtmlPart {
  if (extra.length === 0) return 'none';
  const groups = ACCESS_LEVELS.map((level) => extra.filter((action) => action.level === level))
    .filter((actions) => actions.length > 0)
    .map((actions) => html`<strong>${actions[0].level}</strong>: ${actions.map(({ action }) => action).join(', ')}`);
  return details(counted(extra.length, 'action'), list(groups));
}

function proof({ proof: result, findings, closedPaths }: ReportedBoundary): HtmlPart {
  if (result === 'closed') {
    return paragraph(
      `No way beyond the boundary is known: ${counted(closedPaths.length, 'way')} ${closedPaths.length === 1 ? 'is' : 'are'} closed by the statements below.`,
    );
  }
  if (result === 'not examined') {
    return paragraph('Nobody looked for a way beyond the boundary: nothing is proved.');
  }
  if (result === 'depends') {
    return paragraph(
      `Whether a way beyond the boundary is open depends on what the findings below say; ${counted(closedPaths.length, 'other way')} ${closedPaths.length === 1 ? 'is' : 'are'} closed by the statements below.`,
    );
  }
  const escapes = findings.filter(({ severity }) => severity === 'fatal');
  return escapes.map(
    ({ description, steps = [], change }) =>
      html`<ul class="statements">
        <li class="alarm">
          <span class="sign">Act on</span>
          <div>
            <strong>${description}</strong>
            <ol>
              ${steps.map((step) => html`<li>${step}</li>`)}
            </ol>
            Remedy: ${change}
          </div>
        </li>
      </ul> `,
  );
}

function findingsTable(id: string, place: string, findings: readonly BoundaryFinding[]): Markup {
  return table({
    id: `${id}-findings`,
    caption: `Findings about boundaries in ${place}`,
    columns: [
      { heading: 'Rule' },
      { heading: 'Severity' },
      { heading: 'What', kind: 'wide' },
      { heading: 'Where', kind: 'wide' },
      { heading: 'Blocked by' },
      { heading: 'Smallest change', kind: 'wide' },
    ],
    rows: findings.map(({ rule, severity, description, change, blocking = '', ...where }) => ({
      cells: [code(rule), severityWord(severity), description, whereMarkup(where), blocking, change],
    })),
  });
}

function whereMarkup({
  stack = '',
  logicalId = '',
  path: place,
  resourceType,
  action,
}: Partial<BoundaryFinding>): HtmlPart {
  const about = [resourceType, action].filter((part) => part !== undefined).join(', ');
  return [
    path(place ?? [stack, logicalId].filter((part) => part !== '').join('/')),
    about !== '' && html`<br /><span class="quiet">${about}</span>`,
  ];
}

function closedPathsTable(id: string, { place, closedPaths }: ReportedBoundary): HtmlPart {
  if (closedPaths.length === 0) return undefined;
  return details(
    `${counted(closedPaths.length, 'closed way')} beyond the boundary, with what closes each`,
    table({
      id: `${id}-closed`,
      caption: `Closed ways beyond the boundary in ${place}`,
      columns: [{ heading: 'Way' }, { heading: 'Closed by', kind: 'wide' }],
      rows: closedPaths.map(({ path: way, closedBy }) => ({ cells: [way, list(closedBy)] })),
    }),
  );
}
