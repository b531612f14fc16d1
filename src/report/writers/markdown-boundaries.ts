import { mdCode, mdDetails, mdList, mdTable, mdText } from './markdown-text';
import type { ReportedBoundary, SecurityReport } from '../model';
import { counted, numberText } from '../wording/counts';

const PROOFS: Readonly<Record<ReportedBoundary['proof'], string>> = {
  escape: 'escape',
  depends: 'depends on findings',
  closed: 'no way out known',
  'not examined': 'not examined',
};

/** Size, tightness and proof of the boundaries of every place; places without an analysis are named. */
export function boundaryLines({ boundaries: { analysed, notAnalysed } }: SecurityReport, limit: number): string[] {
  const rows = analysed.flatMap(({ place, proof, boundaries }) =>
    boundaries.map(({ boundary, characters, limit: allowed, neededActions, allowedActions, extraActions }) => [
      mdText(place),
      boundary,
      `${numberText(characters)} of ${numberText(allowed)}`,
      String(neededActions),
      String(allowedActions),
      String(extraActions.length),
      PROOFS[proof],
    ]),
  );
  return [
    ...mdTable(['Place', 'Boundary', 'Characters', 'Needed', 'Allowed', 'Extra', 'Proof'], rows),
    ...mdList(notAnalysed.map((place) => `❌ not analysed, nothing is proved: ${mdText(place)}`)),
    ...(notAnalysed.length > 0 ? [''] : []),
    ...analysed.flatMap((analysis) => findingLines(analysis, limit)),
  ];
}

function findingLines({ place, findings, closedPaths }: ReportedBoundary, limit: number): string[] {
  const escapes = findings.filter(({ steps }) => steps !== undefined);
  return [
    ...escapes.flatMap(({ description, steps = [], change }) => [
      `**${mdText(`${place}: ${description}`)}**`,
      '',
      ...steps.map((step, index) => `${index + 1}. ${mdText(step)}`),
      '',
      `Remedy: ${mdText(change)}`,
      '',
    ]),
    ...mdTable(
      ['Severity', 'Rule', 'What', 'Remedy'],
      findings
        .filter((finding) => !escapes.includes(finding))
        .map(({ severity, rule, description, change }) => [
          severity,
          mdCode(rule),
          mdText(description),
          mdText(change),
        ]),
      limit,
    ),
    ...mdDetails(
      `${place}: ${counted(closedPaths.length, 'closed way')} out of the boundary`,
      mdTable(
        ['Way', 'Closed by'],
        closedPaths.map(({ path, closedBy }) => [mdText(path), mdText(closedBy.join('; '))]),
        limit,
      ),
    ),
  ];
}
