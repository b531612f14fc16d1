import { Duration } from 'aws-cdk-lib';
import { FeaturePlan, Mfa, UserPool } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { acknowledge } from '../../nag/library-acknowledgements';
import type { Deployment } from '../../private/deployment';

/**
 * The pool of the states' IT systems. It has no users: systems sign in with client credentials. Operators make one app
 * client per system, because a client's secret must not pass through a template.
 */
export class MachineUserPool extends UserPool {
  constructor(scope: Construct, id: string, { removalPolicy, isProduction }: Deployment) {
    super(scope, id, {
      selfSignUpEnabled: false,
      featurePlan: FeaturePlan.LITE,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      enableSmsRole: false,
      passwordPolicy: {
        minLength: 32,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(1),
      },
      removalPolicy,
      deletionProtection: isProduction,
    });
    acknowledge(
      this,
      ['AwsSolutions-COG8'],
      'Threat protection judges how people sign in; this pool has no users, only systems with client credentials',
    );
  }
}
