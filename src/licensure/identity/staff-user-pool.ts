import { Duration } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  CfnUserPoolRiskConfigurationAttachment,
  ClientAttributes,
  CustomThreatProtectionMode,
  FeaturePlan,
  Mfa,
  StandardThreatProtectionMode,
  UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { acknowledge } from '../../nag/library-acknowledgements';
import type { Deployment } from '../../private/deployment';

/** Where the web client returns to after it signed somebody out. */
const LOGOUT_PATHS = ['/Login', '/Dashboard', '/Logout'];

/** Callback of web clients from before staff and practitioners had callbacks of their own; still accepted. */
const OLD_CALLBACK_PATH = '/auth/callback';

/** The pool of compact, board and commission staff. */
export class StaffUserPool extends UserPool {
  readonly uiClient: UserPoolClient;

  constructor(scope: Construct, id: string, deployment: Deployment, callbackPath: string) {
    const { isVulnerable, isProduction, removalPolicy } = deployment;
    super(scope, id, {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: isVulnerable ? Mfa.OPTIONAL : Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      enableSmsRole: false,
      deviceTracking: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: false,
        requireSymbols: false,
        passwordHistorySize: 4,
        tempPasswordValidity: Duration.days(7),
      },
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: isVulnerable
        ? StandardThreatProtectionMode.AUDIT_ONLY
        : StandardThreatProtectionMode.FULL_FUNCTION,
      customThreatProtectionMode: isVulnerable
        ? CustomThreatProtectionMode.AUDIT_ONLY
        : CustomThreatProtectionMode.FULL_FUNCTION,
      removalPolicy,
      deletionProtection: isProduction,
    });
    this.uiClient = this.addUiClient(deployment, callbackPath);
    this.addRiskConfiguration(isVulnerable);
    this.acknowledgeFindings(isVulnerable);
  }

  /** The web client: no secret, authorization code only. Scopes come from the pre-token function, not from the client. */
  private addUiClient({ webOrigins, isVulnerable }: Deployment, callbackPath: string): UserPoolClient {
    const urls = (paths: string[]) => webOrigins.flatMap((origin) => paths.map((path) => `${origin}${path}`));
    const emailOnly = new ClientAttributes().withStandardAttributes({ email: true });
    const client = this.addClient('UIClient', {
      generateSecret: false,
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      authFlows: { adminUserPassword: true, userSrp: isVulnerable },
      oAuth: {
        flows: { authorizationCodeGrant: true, implicitCodeGrant: false },
        callbackUrls: urls([callbackPath, OLD_CALLBACK_PATH]),
        logoutUrls: urls(LOGOUT_PATHS),
      },
      accessTokenValidity: Duration.minutes(5),
      idTokenValidity: Duration.minutes(5),
      refreshTokenValidity: Duration.days(30),
      authSessionValidity: Duration.minutes(15),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
      readAttributes: emailOnly,
      writeAttributes: emailOnly,
    });
    // The managed login shows no page for a client without a style.
    new CfnManagedLoginBranding(this, 'UIClientBranding', {
      userPoolId: this.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    return client;
  }

  /** What happens to a risky sign-in. Cognito notifies nobody by itself: that needs a mail identity of the deployment. */
  private addRiskConfiguration(isVulnerable: boolean): void {
    const takeover = { eventAction: isVulnerable ? 'NO_ACTION' : 'MFA_REQUIRED', notify: false };
    new CfnUserPoolRiskConfigurationAttachment(this, 'RiskConfiguration', {
      userPoolId: this.userPoolId,
      clientId: 'ALL',
      accountTakeoverRiskConfiguration: {
        actions: { lowAction: takeover, mediumAction: takeover, highAction: takeover },
      },
      compromisedCredentialsRiskConfiguration: { actions: { eventAction: isVulnerable ? 'NO_ACTION' : 'BLOCK' } },
    });
  }

  private acknowledgeFindings(isVulnerable: boolean): void {
    acknowledge(
      this,
      ['AwsSolutions-COG1'],
      'Length protects a password, composition rules do not (OWASP ASVS 2.1.9): twelve characters or more, and breached ones are refused',
    );
    if (!isVulnerable) return;
    acknowledge(
      this,
      ['AwsSolutions-COG2'],
      'Automated security tests sign in without a second factor and without being blocked; production refuses this profile',
    );
  }
}
