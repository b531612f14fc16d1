import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { FindingFacts, separateDetail } from './assembly-facts';
import { readJsonFile } from './json-file';
import type { StatedAcknowledgement } from '../../nag/acknowledgement-metadata';
import { FindingRecord, FINDINGS_FILE, sha256Of } from '../../nag/finding-record';

/** What must be there so that nothing else has to be asked: the file comes from outside. */
const RECORD: v.GenericSchema<FindingRecord> = v.object({
  version: v.literal(1),
  packs: v.array(v.string()),
  templates: v.record(v.string(), v.string()),
  rules: v.array(
    v.object({
      id: v.string(),
      description: v.string(),
      explanation: v.string(),
      severity: v.picklist(['error', 'warning']),
      resources: v.number(),
    }),
  ),
  findings: v.array(v.object({ id: v.string(), rule: v.string(), resource: v.string() })),
  acknowledgements: v.array(
    v.object({
      scope: v.string(),
      findings: v.array(v.string()),
      reason: v.string(),
      owner: v.optional(v.string()),
      expires: v.optional(v.string()),
    }),
  ),
});

export interface RecordedFindings {
  readonly findings: readonly FindingFacts[];
  readonly acknowledgements: readonly StatedAcknowledgement[];
  readonly resourcesOfRules: ReadonlyMap<string, number>;
}

/** What `SecurityRulePacks` recorded in an assembly; nothing where it didn't, or about other templates than lie there. */
export function readFindingRecord(folder: string, gaps: string[]): RecordedFindings | undefined {
  const found = recordIn(folder, gaps);
  if (found === undefined) return undefined;
  const stale = Object.entries(found.templates).filter(([template, digest]) => {
    const file = join(folder, template);
    return !existsSync(file) || sha256Of(file) !== digest;
  });
  if (stale.length > 0) {
    const names = stale.map(([template]) => template).join(', ');
    gaps.push(
      `${FINDINGS_FILE} is about other versions of ${names}: acknowledged findings are not in this report; run cdk synth again`,
    );
    return undefined;
  }
  return {
    findings: findingsOf(found),
    acknowledgements: found.acknowledgements,
    resourcesOfRules: new Map(found.rules.map(({ id, resources }) => [id, resources])),
  };
}

function recordIn(folder: string, gaps: string[]): FindingRecord | undefined {
  const unreadable = (reason: string) => {
    gaps.push(`${FINDINGS_FILE} ${reason}: acknowledged findings are not in this report; run cdk synth again`);
    return undefined;
  };
  try {
    const value = readJsonFile(join(folder, FINDINGS_FILE));
    if (value === undefined) {
      gaps.push(
        `no rule pack recorded what it found (there is no ${FINDINGS_FILE}): acknowledged findings are known only as far as the validation report has them; add SecurityRulePacks to the app`,
      );
      return undefined;
    }
    return v.is(RECORD, value) ? value : unreadable('has a format that this version does not know');
  } catch {
    return unreadable('is not JSON');
  }
}

function findingsOf({ packs, rules, findings }: FindingRecord): FindingFacts[] {
  const ruleById = new Map(rules.map((rule) => [rule.id, rule]));
  return findings.map(({ id, rule, resource }) => {
    const { description = '', explanation, severity = 'error' } = ruleById.get(rule) ?? {};
    return {
      id,
      rule,
      detail: separateDetail(id).detail,
      source: packs.find((pack) => rule.startsWith(`${pack}-`)) ?? rule,
      severity,
      description,
      explanation,
      path: resource,
    };
  });
}
