import { html, Markup } from './markup';
import { list, Section } from './parts';
import type { SecurityReport } from '../model';
import { numberText, totalOf } from '../wording/counts';
import { Concern, summaryStatements } from '../wording/summary-sentences';

const SIGNS: Readonly<Record<Concern, string>> = {
  fact: 'Scope',
  good: 'In order',
  notice: 'Look at',
  alarm: 'Act on',
};

export function summarySection(report: SecurityReport): Section {
  const statements = summaryStatements(report).map(
    ({ concern, text }) =>
      html`<li class="${concern}"><span class="sign">${SIGNS[concern]}</span><span>${text}</span></li> `,
  );
  return {
    id: 'summary',
    heading: 'Summary',
    content: [
      html`<ul class="statements">
          ${statements}
        </ul>
        <dl class="figures">${figures(report)}</dl> `,
      report.gaps.length > 0 && [html`<h3 id="gaps">What could not be read</h3>`, list(report.gaps)],
    ],
  };
}

function figures({ summary, controls }: SecurityReport): Markup[] {
  const withOpen = controls.filter(({ state }) => state === 'open findings').length;
  const entries: readonly (readonly [string, number | string])[] = [
    ['Accounts', summary.accounts.length],
    ['Stacks', summary.stacks],
    ['Resources', summary.resources],
    ['Open findings', totalOf(summary.openFindings)],
    ['Acknowledged findings', summary.acknowledgedFindings],
    ['Boundary findings', summary.boundaryMargin === undefined ? '–' : totalOf(summary.openBoundaryFindings)],
    ['Boundary characters left', summary.boundaryMargin ?? '–'],
    ['HIPAA controls with open findings', withOpen],
  ];
  return entries.map(
    ([name, value]) =>
      html`<div>
        <dt>${name}</dt>
        <dd>${typeof value === 'number' ? numberText(value) : value}</dd>
      </div>`,
  );
}
