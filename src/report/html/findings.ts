import { anchor, html, Markup } from './markup';
import { code, details, paragraph, path, Section, severityWord } from './parts';
import { Column, table } from './table';
import type { ReportedAcknowledgement, ReportedFinding, SecurityReport } from '../model';
import { numberText } from '../wording/counts';
import { findingCode, placeText } from '../wording/items';

const COLUMNS: readonly Column[] = [
  { heading: 'Finding', kind: 'wide' },
  { heading: 'Severity' },
  { heading: 'State' },
  { heading: 'Resource', kind: 'wide' },
  { heading: 'Stack', kind: 'place' },
];

export function findingsSection({ findings, rules, acknowledgements, stacks }: SecurityReport): Section {
  const acknowledgementById = new Map(acknowledgements.map((one) => [one.id, one]));
  const stackByPath = new Map(stacks.map((stack) => [stack.path, stack]));
  const sourceByRule = new Map(rules.map(({ id, source }) => [id, source]));
  const accountOf = ({ stack = '' }: ReportedFinding) => stackByPath.get(stack)?.account ?? '';
  const rows = findings.map((finding) => {
    const { id, rule, severity, path: place, resource, stack = '', acknowledgement = '' } = finding;
    const acknowledged = acknowledgementById.get(acknowledgement);
    return {
      id: `finding-${id}`,
      data: {
        severity,
        state: acknowledged === undefined ? 'open' : 'acknowledged',
        source: sourceByRule.get(rule) ?? '',
        account: accountOf(finding),
      },
      cells: [
        html`<a href="#${anchor('rule', rule)}">${code(findingCode(finding))}</a>`,
        severityWord(severity),
        stateOf(acknowledged),
        html`${path(placeText(place))}${resource && html`<br /><span class="quiet">${resource.type} ${resource.logicalId}</span>`}`,
        html`${path(stack)}<br /><span class="quiet">${accountOf(finding)}</span>`,
      ],
    };
  });
  const filters = filter([
    { key: 'severity', label: 'Severity', values: findings.map(({ severity }) => severity) },
    { key: 'state', label: 'State', values: ['open', 'acknowledged'] },
    { key: 'source', label: 'Rule pack', values: [...sourceByRule.values()] },
    { key: 'account', label: 'Account', values: findings.map(accountOf) },
  ]);
  return {
    id: 'findings',
    heading: 'Findings of rule packs',
    count: findings.length,
    content:
      findings.length === 0
        ? paragraph('No rule pack has a finding here. What could not be read is said in the summary.')
        : [
            filters,
            table({ id: 'findings-table', caption: `${numberText(findings.length)} findings`, columns: COLUMNS, rows }),
            html`<p class="more"><button type="button" id="findings-more" hidden>Show more findings</button></p> `,
            details('What the rules say', rulesTable(rules)),
          ],
  };
}

function stateOf(acknowledged: ReportedAcknowledgement | undefined): Markup {
  if (acknowledged === undefined) return html`<span class="word error">open</span>`;
  const { id, expires } = acknowledged;
  const until = expires === undefined ? 'no last day' : `until ${expires}`;
  return html`<a href="#acknowledgement-${id}">acknowledged</a><br /><span class="quiet date">${until}</span>`;
}

interface Filter {
  readonly key: string;
  readonly label: string;
  readonly values: readonly string[];
}

/** Hidden until the script that makes it work has run. */
function filter(choices: readonly Filter[]): Markup {
  return html`<div class="filter" role="search" aria-label="Filter findings" id="findings-filter" hidden>
      <label class="grow" for="filter-text"
        >Words in finding, resource or stack<input type="search" id="filter-text" autocomplete="off"
      /></label>
      ${choices.map(choice)}
    </div>
    <p id="filter-status" role="status" class="lead"></p> `;
}

function choice({ key, label, values }: Filter): Markup {
  const options = [...new Set(values)].filter((value) => value !== '').sort();
  return html`<label for="filter-${key}"
    >${label}<select id="filter-${key}" data-key="${key}">
      <option value="">all</option>
      ${options.map((value) => html`<option value="${value}">${value}</option>`)}
    </select></label
  > `;
}

function rulesTable(rules: SecurityReport['rules']): Markup {
  return table({
    id: 'rules-table',
    caption: 'Rules with findings',
    columns: [
      { heading: 'Rule' },
      { heading: 'What is wrong', kind: 'wide' },
      { heading: 'Why it matters', kind: 'wide' },
    ],
    rows: rules.map(({ id, description, explanation }) => ({
      id: anchor('rule', id),
      cells: [code(id), description, explanation],
    })),
  });
}
