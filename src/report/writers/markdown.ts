import { boundaryLines } from './markdown-boundaries';
import { changeLines } from './markdown-changes';
import { mdCode, mdDetails, mdList, mdTable, mdText } from './markdown-text';
import { ACCESS_LEVELS } from '../../core/iam/action-table';
import type { ReportedRule, SecurityReport } from '../model';
import { counted, listed } from '../wording/counts';
import { findingCode, placeText } from '../wording/items';
import { summaryStatements } from '../wording/summary-sentences';

/** GitHub takes comments of 65,536 characters; whoever posts the report adds a little. */
const MOST_CHARACTERS = 60_000;

/** Rows of a table, as many as still fit. */
const ROW_LIMITS = [100, 40, 10, 3];

const CONCERNS = { fact: 'ℹ️', good: '✅', notice: '⚠️', alarm: '❌' } as const;

/** The report for a pull request: what is open and what changed in full, the rest in parts to be opened. */
export function markdownReport(report: SecurityReport): string {
  const forms = ROW_LIMITS.map((limit) => () => `${lines(report, limit).join('\n').trimEnd()}\n`);
  return forms.reduce((text, form) => (text.length > MOST_CHARACTERS ? form() : text), forms[0]());
}

function lines(report: SecurityReport, limit: number): string[] {
  return [
    `# Security report: ${mdText(report.title)}`,
    '',
    ...mdList(summaryStatements(report).map(({ concern, text }) => `${CONCERNS[concern]} ${mdText(text)}`)),
    '',
    ...section('What could not be read', mdList(report.gaps.map(mdText), limit)),
    ...section('Changes', changeLines(report, limit)),
    ...section('Open findings', openFindings(report, limit)),
    ...section('Boundaries', boundaryLines(report, limit)),
    ...section('Acknowledgements', acknowledgements(report, limit)),
    ...section('Roles', roles(report, limit)),
    ...section('Who may take on which role', trust(report, limit)),
    ...section('HIPAA Security Rule', controls(report, limit)),
  ];
}

function section(heading: string, content: readonly string[]): string[] {
  return content.length === 0 ? [] : [`## ${heading}`, '', ...content, ''];
}

function openFindings({ findings, rules }: SecurityReport, limit: number): string[] {
  const ruleById = new Map<string, ReportedRule>(rules.map((rule) => [rule.id, rule]));
  const open = findings.filter(({ acknowledgement }) => acknowledgement === undefined);
  return mdTable(
    ['Severity', 'Finding', 'Resource', 'What is wrong'],
    open.map((finding) => [
      finding.severity,
      mdCode(findingCode(finding)),
      mdCode(placeText(finding.path)),
      mdText(ruleById.get(finding.rule)?.description ?? ''),
    ]),
    limit,
  );
}

function acknowledgements({ acknowledgements: all }: SecurityReport, limit: number): string[] {
  const table = (some: typeof all) =>
    mdTable(
      ['State', 'Last day', 'Owner', 'Findings', 'On', 'Reason'],
      some.map(({ state, expires = '–', owner = '–', findings, scope, reason }) => [
        state,
        expires,
        mdText(owner),
        findings.map(mdCode).join(' '),
        mdCode(placeText(scope)),
        mdText(reason),
      ]),
      limit,
    );
  const isUrgent = ({ state }: (typeof all)[number]) => state === 'expired' || state === 'expiring';
  const others = all.filter((one) => !isUrgent(one));
  return [
    ...table(all.filter(isUrgent)),
    ...mdDetails(`${counted(others.length, 'acknowledgement')} that nobody has to look at soon`, table(others)),
  ];
}

function roles({ roles: all }: SecurityReport, limit: number): string[] {
  const rows = all.map(({ name, boundary, levels, unknownPolicies }) => [
    mdCode(name),
    boundary === undefined ? '–' : mdCode(boundary),
    ...ACCESS_LEVELS.map((level) => String(levels[level])),
    unknownPolicies.map(mdCode).join(' '),
  ]);
  const headings = ['Role', 'Boundary', ...ACCESS_LEVELS, 'Unknown policies'];
  return mdDetails(`Actions of ${counted(all.length, 'role')} by access level`, mdTable(headings, rows, limit));
}

function trust({ trust: { nodes, edges } }: SecurityReport, limit: number): string[] {
  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  const byService = edges.filter(({ from }) => nodeById.get(from)?.kind === 'service');
  const rows = edges
    .filter((edge) => !byService.includes(edge))
    .map(({ from, to, basis, conditions }) => [
      mdCode(nodeById.get(from)?.label ?? from),
      mdCode(nodeById.get(to)?.label ?? to),
      basis,
      mdText(conditions.join('; ')),
    ]);
  const services = new Set(byService.map(({ from }) => nodeById.get(from)?.label ?? from));
  return [
    ...(services.size > 0
      ? [`AWS services take on ${counted(byService.length, 'role')}: ${listed([...services].sort().map(mdCode))}.`, '']
      : []),
    ...mdTable(['Who', 'Role', 'After', 'Conditions'], rows, limit),
  ];
}

function controls({ controls: all }: SecurityReport, limit: number): string[] {
  const rows = all.map(({ citation, title = '', state, rules }) => [
    `45 CFR ${citation}`,
    mdText(title),
    state,
    String(rules.length),
    String(rules.reduce((sum, { openFindings: open }) => sum + open, 0)),
    String(rules.reduce((sum, { acknowledgedFindings }) => sum + acknowledgedFindings, 0)),
  ]);
  const headings = ['Control', 'Heading', 'State', 'Rules', 'Open', 'Acknowledged'];
  return mdDetails(`${counted(all.length, 'control')} that rules are about`, mdTable(headings, rows, limit));
}
