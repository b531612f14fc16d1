import type { IApplyRule, NagPack } from 'cdk-nag';
import type { RawFinding } from './acknowledgement-review';
import { cdkNag } from './cdk-nag';

/** The one method through which every rule of a pack runs; cdk-nag keeps it for subclasses. */
interface RuleRunner {
  applyRule(params: IApplyRule): void;
}

/**
 * Makes `pack` tell `record` of every finding, also of acknowledged ones, which it drops without a trace. The pack's own
 * report does not change.
 */
export function recordFindings(pack: NagPack, record: (finding: RawFinding) => void): void {
  const { NagRuleCompliance } = cdkNag();
  const runner = pack as unknown as RuleRunner;
  const applyRule = runner.applyRule.bind(pack);
  runner.applyRule = (params) => {
    const suffix = params.ruleSuffixOverride ?? params.rule.name;
    const ruleId = `${pack.readPackName}-${suffix}`;
    const resource = params.node.node.path;
    applyRule({
      ...params,
      ruleSuffixOverride: suffix,
      rule: (node) => {
        try {
          const result = params.rule(node);
          if (result === NagRuleCompliance.NON_COMPLIANT) record({ id: ruleId, resource });
          if (Array.isArray(result)) result.forEach((detail) => record({ id: `${ruleId}[${detail}]`, resource }));
          return result;
        } catch (error) {
          // A rule that can't judge a resource is reported under the plain id of the rule.
          record({ id: ruleId, resource });
          throw error;
        }
      },
    });
  };
}
