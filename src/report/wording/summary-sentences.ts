import { counted, listed, numberText, sentence, severityText, totalOf } from './counts';
import { SOON_DAYS } from '../build/acknowledgements';
import type { SecurityReport } from '../model';

/** How much a statement of the summary asks of the reviewer. */
export type Concern = 'fact' | 'good' | 'notice' | 'alarm';

export interface SummaryStatement {
  readonly concern: Concern;
  readonly text: string;
}

/** The report in a few sentences, for somebody who reads nothing else. */
export function summaryStatements(report: SecurityReport): SummaryStatement[] {
  return [gaps(report), scope(report), findings(report), ...acknowledgements(report), ...boundaries(report)].flat();
}

function gaps({ gaps: missing }: SecurityReport): SummaryStatement[] {
  if (missing.length === 0) return [];
  return [{ concern: 'alarm', text: `This report has ${counted(missing.length, 'gap')}: see what could not be read.` }];
}

function scope({ summary }: SecurityReport): SummaryStatement {
  const { accounts, stacks, resources } = summary;
  const where = accounts.length === 0 ? '' : ` in ${counted(accounts.length, 'account')} (${listed(accounts)})`;
  return {
    concern: 'fact',
    text: sentence(`${counted(stacks, 'stack')} with ${counted(resources, 'resource')}${where}`),
  };
}

function findings({ summary: { openFindings, acknowledgedFindings } }: SecurityReport): SummaryStatement {
  const acknowledged = `${counted(acknowledgedFindings, 'finding')} ${acknowledgedFindings === 1 ? 'is' : 'are'} acknowledged`;
  const open = totalOf(openFindings);
  if (open === 0) return { concern: 'good', text: `No rule pack has an open finding; ${acknowledged}.` };
  const concern = openFindings.fatal + openFindings.error > 0 ? 'alarm' : 'notice';
  return {
    concern,
    text: sentence(`${counted(open, 'open finding')} of rule packs: ${severityText(openFindings)}; ${acknowledged}`),
  };
}

function acknowledgements({ summary }: SecurityReport): SummaryStatement[] {
  const {
    expiredAcknowledgements: expired,
    expiringAcknowledgements: soon,
    endlessAcknowledgements: endless,
  } = summary;
  const statement = (concern: Concern, count: number, one: string, many: string): SummaryStatement[] =>
    count === 0
      ? []
      : [{ concern, text: sentence(`${counted(count, 'acknowledgement')} ${count === 1 ? one : many}`) }];
  return [
    ...statement('alarm', expired, 'has expired', 'have expired'),
    ...statement('notice', soon, `expires within ${SOON_DAYS} days`, `expire within ${SOON_DAYS} days`),
    ...statement('notice', endless, 'has no last day', 'have no last day'),
  ];
}

function boundaries({ boundaries: { analysed, notAnalysed }, summary }: SecurityReport): SummaryStatement[] {
  const { boundaryMargin, openBoundaryFindings } = summary;
  const escapes = analysed.filter(({ proof }) => proof === 'escape');
  const notExamined = analysed.filter(({ proof }) => proof === 'not examined');
  const depending = analysed.filter(({ proof }) => proof === 'depends');
  const closed = analysed.filter(({ proof }) => proof === 'closed');
  const open = totalOf(openBoundaryFindings);
  const places = (count: number) => counted(count, 'place');
  const statements: (SummaryStatement | false)[] = [
    notAnalysed.length > 0 && {
      concern: 'alarm',
      text: `The boundaries of ${places(notAnalysed.length)} were not analysed, so nothing is proved about them: ${listed(notAnalysed)}.`,
    },
    escapes.length > 0 && {
      concern: 'alarm',
      text: `There is a way out of the boundary in ${places(escapes.length)}: ${listed(escapes.map(({ place }) => place))}.`,
    },
    notExamined.length > 0 && {
      concern: 'alarm',
      text: `No way out of the boundary was looked for in ${places(notExamined.length)}: ${listed(notExamined.map(({ place }) => place))}.`,
    },
    depending.length > 0 && {
      concern: 'notice',
      text: `Whether a way out of the boundary is open in ${places(depending.length)} depends on what findings say: ${listed(depending.map(({ place }) => place))}.`,
    },
    closed.length > 0 && {
      concern: 'good',
      text: `Every known way out of the boundary is closed in ${places(closed.length)}.`,
    },
    open > 0 && {
      concern: openBoundaryFindings.fatal + openBoundaryFindings.error > 0 ? 'alarm' : 'notice',
      text: sentence(`${counted(open, 'finding')} about boundaries: ${severityText(openBoundaryFindings)}`),
    },
    boundaryMargin !== undefined && {
      concern: boundaryMargin < 0 ? 'alarm' : 'good',
      text:
        boundaryMargin < 0
          ? `A boundary is ${numberText(-boundaryMargin)} characters too long for one managed policy.`
          : `The fullest boundary has ${numberText(boundaryMargin)} characters left.`,
    },
  ];
  return statements.filter((statement) => statement !== false);
}
