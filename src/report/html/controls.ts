import { anchor, html, HtmlPart, Markup } from './markup';
import { code, details, list, paragraph, Section } from './parts';
import { table } from './table';
import type { SecurityReport } from '../model';
import type { ControlRule, ReportedControl } from '../model-controls';
import { counted, numberText } from '../wording/counts';

const STATES: Readonly<Record<ReportedControl['state'], readonly [string, string]>> = {
  'open findings': ['error', '■'],
  'acknowledged findings': ['warning', '▲'],
  'no findings': ['fine', '✓'],
  'nothing to check': ['info', '–'],
  'not checked': ['warning', '?'],
};

export function controlsSection({ controls, rules }: SecurityReport): Section {
  const withFindings = new Set(rules.map(({ id }) => id));
  return {
    id: 'controls',
    heading: 'HIPAA Security Rule',
    count: controls.length,
    content: [
      paragraph(
        'What rules of the HIPAA.Security pack say about the standards of 45 CFR part 164 that cdk-nag maps them to. Rules look at templates: this is evidence for an assessment, not the assessment itself.',
      ),
      table({
        id: 'controls-table',
        caption: 'Standards and implementation specifications',
        columns: [
          { heading: 'Control' },
          { heading: 'Heading' },
          { heading: 'State' },
          { heading: 'Open', kind: 'number' },
          { heading: 'Acknowledged', kind: 'number' },
          { heading: 'Rules', kind: 'wide' },
        ],
        rows: controls.map((control) => ({
          cells: [
            html`<span class="number">§ ${control.citation}</span>`,
            control.title,
            stateOf(control),
            sum(control, ({ openFindings }) => openFindings),
            sum(control, ({ acknowledgedFindings }) => acknowledgedFindings),
            rulesOf(control, withFindings),
          ],
        })),
      }),
    ],
  };
}

function stateOf({ state }: ReportedControl): Markup {
  const [kind, sign] = STATES[state];
  return html`<span class="word ${kind}"><span aria-hidden="true">${sign}</span> ${state}</span>`;
}

function sum({ rules }: ReportedControl, countOf: (rule: ControlRule) => number): string {
  return numberText(rules.reduce((total, rule) => total + countOf(rule), 0));
}

function rulesOf({ rules }: ReportedControl, withFindings: ReadonlySet<string>): HtmlPart {
  const items = rules.map(({ rule, resources, openFindings, acknowledgedFindings }) => {
    const name = withFindings.has(rule) ? html`<a href="#${anchor('rule', rule)}">${code(rule)}</a>` : code(rule);
    const about = [
      resources === undefined ? 'no record that it ran' : counted(resources, 'resource'),
      ...(openFindings > 0 ? [`${numberText(openFindings)} open`] : []),
      ...(acknowledgedFindings > 0 ? [`${numberText(acknowledgedFindings)} acknowledged`] : []),
    ];
    return [name, html` <span class="quiet">${about.join(', ')}</span>`];
  });
  return details(counted(rules.length, 'rule'), list(items));
}
