import { createHash } from 'node:crypto';
import { compareTexts } from './order';
import { placeFinder } from './places';
import { grouped } from '../../core/boundary/fold/grouped';
import type { StatedAcknowledgement } from '../../nag/acknowledgement-metadata';
import { isWithin } from '../../nag/narrow-scope';
import type { AssemblyFacts, FindingFacts } from '../assembly/assembly-facts';
import { controlsIn } from '../hipaa/controls';
import { ReportedFinding, ReportedRule, SEVERITIES } from '../model';

/** Digits of an identifier: enough for millions of findings without a collision. */
const ID_DIGITS = 16;

/** An identifier that the same parts always get. */
export function stableId(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, ID_DIGITS);
}

export function acknowledgementId({ scope, findings, reason }: StatedAcknowledgement): string {
  return stableId(scope, ...[...findings].sort(), reason);
}

/** Findings in the order in which a reviewer reads them: open ones first, the worst first, then by rule and place. */
export function reportedFindings({ stacks, findings, acknowledgements }: AssemblyFacts): ReportedFinding[] {
  const acknowledgementOf = acknowledgementFinder(acknowledgements);
  const placeOf = placeFinder(stacks);
  return findings
    .map((finding): ReportedFinding => {
      const { id, rule, detail, severity, path } = finding;
      const { stack, resource } = placeOf(finding);
      return {
        id: stableId(id, path),
        rule,
        detail,
        severity,
        path,
        resource,
        stack: stack?.path,
        acknowledgement: acknowledgementOf(finding),
      };
    })
    .sort(
      (one, other) =>
        Number(one.acknowledgement !== undefined) - Number(other.acknowledgement !== undefined) ||
        SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
        compareTexts(one.rule, other.rule) ||
        compareTexts(one.path, other.path) ||
        compareTexts(one.detail ?? '', other.detail ?? ''),
    );
}

export function reportedRules(findings: readonly FindingFacts[]): ReportedRule[] {
  return [...grouped(findings, ({ rule }) => rule)]
    .map(([id, [{ source, description, explanation }]]) => ({
      id,
      source,
      description,
      explanation,
      controls: controlsIn(description),
    }))
    .sort((one, other) => compareTexts(one.id, other.id));
}

/** The acknowledgement nearest to the resource counts, as in the CDK; what is fatal has none. */
function acknowledgementFinder(acknowledgements: readonly StatedAcknowledgement[]) {
  const byFinding = new Map<string, StatedAcknowledgement[]>();
  for (const acknowledgement of acknowledgements) {
    for (const id of acknowledgement.findings) {
      byFinding.set(id, [...(byFinding.get(id) ?? []), acknowledgement]);
    }
  }
  return ({ id, path, severity }: FindingFacts): string | undefined => {
    if (severity === 'fatal') return undefined;
    const covering = (byFinding.get(id) ?? []).filter(({ scope }) => isWithin(path, scope));
    const nearest = covering.sort((one, other) => other.scope.length - one.scope.length)[0];
    return nearest && acknowledgementId(nearest);
  };
}
