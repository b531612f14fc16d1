import { compareTexts } from './order';
import { grouped } from '../../core/boundary/fold/grouped';
import { CONTROL_TITLES } from '../hipaa/controls';
import type { HipaaRule } from '../hipaa/nag-rules';
import type { ReportedFinding } from '../model';
import type { ControlRule, ReportedControl } from '../model-controls';

/** What the rules say about each standard of the HIPAA Security Rule that one of them is about. */
export function reportedControls(
  rules: readonly HipaaRule[],
  findings: readonly ReportedFinding[],
  resourcesOfRules: ReadonlyMap<string, number> | undefined,
): ReportedControl[] {
  const findingsOf = grouped(findings, ({ rule }) => rule);
  const pairs = rules.flatMap((rule) => rule.controls.map((citation) => ({ citation, rule })));
  return [...grouped(pairs, ({ citation }) => citation)]
    .sort(([one], [other]) => compareTexts(one, other))
    .map(([citation, ofControl]) => {
      const ruled = ofControl.map(({ rule: { id } }): ControlRule => {
        const all = findingsOf.get(id) ?? [];
        const openFindings = all.filter(({ acknowledgement }) => acknowledgement === undefined).length;
        const acknowledgedFindings = all.length - openFindings;
        return { rule: id, resources: resourcesOfRules?.get(id), openFindings, acknowledgedFindings };
      });
      return { citation, title: CONTROL_TITLES[citation], state: stateOf(ruled), rules: ruled };
    });
}

function stateOf(rules: readonly ControlRule[]): ReportedControl['state'] {
  if (rules.some(({ openFindings }) => openFindings > 0)) return 'open findings';
  if (rules.some(({ acknowledgedFindings }) => acknowledgedFindings > 0)) return 'acknowledged findings';
  if (rules.some(({ resources }) => resources === undefined)) return 'not checked';
  return rules.some(({ resources = 0 }) => resources > 0) ? 'no findings' : 'nothing to check';
}
