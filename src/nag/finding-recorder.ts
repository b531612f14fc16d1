import type { IApplyRule, NagPack } from 'cdk-nag';
import type { RawFinding } from './acknowledgement-review';
import { cdkNag } from './cdk-nag';

/** The one method through which every rule of a pack runs; cdk-nag keeps it for subclasses. */
interface RuleRunner {
  applyRule(params: IApplyRule): void;
}

/** What a rule of a pack says about one resource. */
export interface RuleJudgement {
  /** Id of the rule, `AwsSolutions-IAM5`. */
  readonly rule: string;
  /** What is wrong where the rule finds something. */
  readonly description: string;
  /** Why the rule exists. */
  readonly explanation: string;
  readonly severity: 'error' | 'warning';
  /** Path of the resource. */
  readonly resource: string;
  /** Whether the rule is about such resources at all. */
  readonly applies: boolean;
  /** Ids under which each finding can be acknowledged, `AwsSolutions-IAM5[Resource::*]`; none where the resource complies. */
  readonly findings: readonly string[];
}

/**
 * Makes `pack` tell `observe` what every rule says about every resource, also of acknowledged findings, which it drops
 * without a trace, and of what complies. The pack's own report does not change.
 */
export function observeRules(pack: NagPack, observe: (judgement: RuleJudgement) => void): void {
  const { NagMessageLevel, NagRuleCompliance } = cdkNag();
  const runner = pack as unknown as RuleRunner;
  const applyRule = runner.applyRule.bind(pack);
  runner.applyRule = (params) => {
    const suffix = params.ruleSuffixOverride ?? params.rule.name;
    const rule = `${pack.readPackName}-${suffix}`;
    const tell = (applies: boolean, findings: readonly string[]) =>
      observe({
        rule,
        description: params.info,
        explanation: params.explanation,
        severity: params.level === NagMessageLevel.ERROR ? 'error' : 'warning',
        resource: params.node.node.path,
        applies,
        findings,
      });
    applyRule({
      ...params,
      ruleSuffixOverride: suffix,
      rule: (node) => {
        try {
          const result = params.rule(node);
          if (Array.isArray(result)) {
            tell(
              true,
              result.map((detail) => `${rule}[${detail}]`),
            );
          } else {
            tell(result !== NagRuleCompliance.NOT_APPLICABLE, result === NagRuleCompliance.NON_COMPLIANT ? [rule] : []);
          }
          return result;
        } catch (error) {
          // A rule that can't judge a resource is reported under the plain id of the rule.
          tell(true, [rule]);
          throw error;
        }
      },
    });
  };
}

/** Makes `pack` tell `record` of every finding, also of acknowledged ones. */
export function recordFindings(pack: NagPack, record: (finding: RawFinding) => void): void {
  observeRules(pack, ({ findings, resource }) => findings.forEach((id) => record({ id, resource })));
}
