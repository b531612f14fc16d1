import { html, HtmlPart } from './markup';
import { code, list, names, paragraph, path, Section } from './parts';
import { LEVEL_NAMES } from './roles';
import { table } from './table';
import type { SecurityReport } from '../model';
import type { ItemChanges, ReportChanges, RoleAccessChange } from '../model-changes';
import { numberText } from '../wording/counts';

/** Nothing when there is no earlier assembly to compare with. */
export function changesSections({ changes }: SecurityReport): Section[] {
  if (changes === undefined) return [];
  const parts: readonly HtmlPart[] = [
    items('Stacks', changes.stacks),
    resources(changes),
    items('Findings', changes.findings),
    acknowledgedSince(changes),
    items('Acknowledgements', changes.acknowledgements),
    items('Roles', changes.roles),
    access(changes),
    items('Who may take on which role', changes.trust),
  ].filter((part) => part !== undefined);
  return [
    {
      id: 'changes',
      heading: 'What changed',
      content: [
        html`<p class="lead">Compared with ${code(changes.since)}.</p> `,
        changes.gaps.length > 0 && [html`<h3>What could not be read there</h3>`, list(changes.gaps)],
        parts.length > 0 ? parts : paragraph('Nothing changed.'),
      ],
    },
  ];
}

function items(heading: string, { added, removed }: ItemChanges): HtmlPart {
  if (added.length + removed.length === 0) return undefined;
  const word = (text: string) => html`<span class="word">${text}</span> `;
  return [
    html`<h3>${heading}</h3>`,
    list([...added.map((item) => [word('+ new'), path(item)]), ...removed.map((item) => [word('− gone'), path(item)])]),
  ];
}

function acknowledgedSince({ acknowledgedFindings }: ReportChanges): HtmlPart {
  return acknowledgedFindings.length === 0
    ? undefined
    : [html`<h3>Findings acknowledged since</h3>`, list(acknowledgedFindings.map(path))];
}

function resources({ resources: types }: ReportChanges): HtmlPart {
  if (types.length === 0) return undefined;
  return [
    html`<h3>Resources</h3>`,
    table({
      id: 'changed-resources',
      caption: 'Changed resources by type',
      columns: [
        { heading: 'Type' },
        { heading: 'New', kind: 'number' },
        { heading: 'Gone', kind: 'number' },
        { heading: 'Changed', kind: 'number' },
      ],
      rows: types.map(({ type, ...counts }) => ({
        cells: [code(type), ...[counts.added, counts.removed, counts.changed].map(numberText)],
      })),
    }),
  ];
}

function access({ access: roles }: ReportChanges): HtmlPart {
  if (roles.length === 0) return undefined;
  return [
    html`<h3>Actions of roles</h3>`,
    table({
      id: 'changed-access',
      caption: 'Actions that roles gained and lost',
      columns: [
        { heading: 'Role', kind: 'wide' },
        { heading: 'Access level' },
        { heading: 'Gained' },
        { heading: 'Lost' },
      ],
      rows: roles.map((change) => ({
        cells: [path(change.role), LEVEL_NAMES[change.level], gained(change), lost(change)],
      })),
    }),
  ];
}

function gained({ gained: actions, gainedCount }: RoleAccessChange): HtmlPart {
  return actionNames(actions, gainedCount);
}

function lost({ lost: actions, lostCount }: RoleAccessChange): HtmlPart {
  return actionNames(actions, lostCount);
}

function actionNames(actions: readonly string[], count: number): HtmlPart {
  if (count === 0) return '–';
  return [names(actions), count > actions.length && `and ${numberText(count - actions.length)} more`];
}
