import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { controlsIn } from './controls';
import { cdkNag } from '../../nag/cdk-nag';
import { observeRules } from '../../nag/finding-recorder';

/** A rule of cdk-nag's HIPAA.Security pack with what it is about. */
export interface HipaaRule {
  readonly id: string;
  readonly description: string;
  readonly explanation: string;
  /** Citations of 45 CFR that cdk-nag gives for it. */
  readonly controls: readonly string[];
}

/**
 * The rules of the installed version of cdk-nag. Their descriptions are in its code alone, so its pack looks at a
 * resource that no rule is about, and we listen.
 */
export function hipaaRules(): HipaaRule[] {
  const pack = new (cdkNag().HIPAASecurityChecks)();
  const rules: HipaaRule[] = [];
  observeRules(pack, ({ rule: id, description, explanation }) =>
    rules.push({ id, description, explanation, controls: controlsIn(description) }),
  );
  const stack = new Stack(new App(), 'Listening');
  new CfnResource(stack, 'Nothing', { type: 'AWS::CloudFormation::WaitConditionHandle' });
  pack.validateScope(stack);
  return rules;
}
