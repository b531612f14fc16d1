import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Table, AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EnvironmentPurpose } from '../../../src/config/settings';
import { CompactUserPools, CompactUserPoolsProps } from '../../../src/licensure/identity/compact-user-pools';
import { productionSettings, sandboxSettings, vulnerableSettings } from '../backend-settings';
import { Resource } from '../synthesized';

function synthesizePools(settings = sandboxSettings(), props: Partial<CompactUserPoolsProps> = {}): Template {
  const { account, region } = settings.environment;
  const stack = new Stack(new App(), 'Identity', { env: { account, region } });
  new CompactUserPools(stack, 'UserPools', {
    settings,
    staffUsersTable: new Table(stack, 'Table', { partitionKey: { name: 'pk', type: AttributeType.STRING } }),
    encryptionKey: new Key(stack, 'Key'),
    alarmTopic: new Topic(stack, 'Topic'),
    ...props,
  });
  return Template.fromStack(stack);
}

const sandbox = synthesizePools();
const vulnerable = synthesizePools(vulnerableSettings());
const production = synthesizePools(productionSettings());
const { environment } = productionSettings();
const secondProduction = synthesizePools(
  productionSettings({ environment: { ...environment, name: 'west', purpose: EnvironmentPurpose.PRODUCTION } }),
);

const STAFF = { UserPoolTier: 'PLUS' };
const MACHINES = { UserPoolTier: 'LITE' };

test('staff sign in by e-mail, in any case, and are invited', () => {
  sandbox.hasResourceProperties('AWS::Cognito::UserPool', {
    ...STAFF,
    UsernameAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
    AutoVerifiedAttributes: ['email'],
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
    Schema: [{ Name: 'email', Required: true, Mutable: true }],
    DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
  });
});

test('staff choose long passwords of any composition, and not an old one', () => {
  sandbox.hasResourceProperties('AWS::Cognito::UserPool', {
    ...STAFF,
    Policies: {
      PasswordPolicy: {
        MinimumLength: 12,
        RequireNumbers: true,
        RequireLowercase: true,
        RequireUppercase: false,
        RequireSymbols: false,
        PasswordHistorySize: 4,
        TemporaryPasswordValidityDays: 7,
      },
    },
  });
});

test.each([
  ['the recommended profile', sandbox, 'ON', 'ENFORCED', 'MFA_REQUIRED', 'BLOCK'],
  ['production', production, 'ON', 'ENFORCED', 'MFA_REQUIRED', 'BLOCK'],
  ['the profile for security tests', vulnerable, 'OPTIONAL', 'AUDIT', 'NO_ACTION', 'NO_ACTION'],
])('%s has its protections of sign-in', (_name, pools, MfaConfiguration, mode, takeover, compromised) => {
  pools.hasResourceProperties('AWS::Cognito::UserPool', {
    ...STAFF,
    MfaConfiguration,
    EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    UserPoolAddOns: { AdvancedSecurityMode: mode, AdvancedSecurityAdditionalFlows: { CustomAuthMode: mode } },
  });
  const action = { EventAction: takeover, Notify: false };
  pools.hasResourceProperties('AWS::Cognito::UserPoolRiskConfigurationAttachment', {
    ClientId: 'ALL',
    AccountTakeoverRiskConfiguration: { Actions: { LowAction: action, MediumAction: action, HighAction: action } },
    CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: compromised } },
  });
});

test.each([
  ['the recommended profile', sandbox, ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH']],
  [
    'the profile for security tests',
    vulnerable,
    ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  ],
])('the web client signs in with a code and no secret: %s', (_name, pools, ExplicitAuthFlows) => {
  pools.hasResourceProperties('AWS::Cognito::UserPoolClient', {
    GenerateSecret: false,
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: ['profile', 'phone', 'email', 'openid', 'aws.cognito.signin.user.admin'],
    ExplicitAuthFlows,
    AccessTokenValidity: 5,
    IdTokenValidity: 5,
    RefreshTokenValidity: 30 * 24 * 60,
    TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
    AuthSessionValidity: 15,
    EnableTokenRevocation: true,
    PreventUserExistenceErrors: 'ENABLED',
    ReadAttributes: ['email'],
    WriteAttributes: ['email'],
  });
});

test('the web client returns to its own address, and to localhost only where that is allowed', () => {
  production.hasResourceProperties('AWS::Cognito::UserPoolClient', {
    CallbackURLs: [
      'https://app.boards.example.org/auth/callback/staff/jcc',
      'https://app.boards.example.org/auth/callback',
    ],
    LogoutURLs: ['Login', 'Dashboard', 'Logout'].map((page) => `https://app.boards.example.org/${page}`),
  });
  sandbox.hasResourceProperties('AWS::Cognito::UserPoolClient', {
    CallbackURLs: ['http://localhost:3018/auth/callback/staff/jcc', 'http://localhost:3018/auth/callback'],
  });
});

test('another web client may listen on another path', () => {
  synthesizePools(sandboxSettings(), { staffCallbackPath: '/signed-in' }).hasResourceProperties(
    'AWS::Cognito::UserPoolClient',
    { CallbackURLs: Match.arrayWith(['http://localhost:3018/signed-in']) },
  );
});

test.each(['signed-in', 'https://app.example.org/signed-in', ''])(
  'the callback path %j is refused',
  (staffCallbackPath) => {
    expect(() => synthesizePools(sandboxSettings(), { staffCallbackPath })).toThrow(
      `the staff callback path "${staffCallbackPath}" is no path: begin it with a slash and leave out the host`,
    );
  },
);

test('the machine pool has no app client: operators make them, and no secret passes through a template', () => {
  const staffPool = sandbox.findResources('AWS::Cognito::UserPool', { Properties: STAFF });
  const clients = Object.values(sandbox.findResources('AWS::Cognito::UserPoolClient'));

  expect(clients.map(({ Properties }) => Properties.UserPoolId.Ref)).toEqual(Object.keys(staffPool));
});

test('machines need passwords that nobody types, and have no sign-in alias', () => {
  sandbox.hasResourceProperties('AWS::Cognito::UserPool', {
    ...MACHINES,
    UsernameAttributes: Match.absent(),
    MfaConfiguration: 'ON',
    Policies: {
      PasswordPolicy: {
        MinimumLength: 32,
        RequireNumbers: true,
        RequireLowercase: true,
        RequireUppercase: true,
        RequireSymbols: true,
        TemporaryPasswordValidityDays: 1,
      },
    },
  });
});

test('both pools outlive their stack in production only', () => {
  const pools = (template: Template) => Object.values(template.findResources('AWS::Cognito::UserPool')) as Resource[];

  expect(pools(production).map(({ DeletionPolicy }) => DeletionPolicy)).toEqual(['Retain', 'Retain']);
  expect(pools(production).map(({ Properties }) => Properties.DeletionProtection)).toEqual(['ACTIVE', 'ACTIVE']);
  expect(pools(sandbox).map(({ DeletionPolicy }) => DeletionPolicy)).toEqual(['Delete', 'Delete']);
  expect(pools(sandbox).map(({ Properties }) => Properties.DeletionProtection)).toEqual(['INACTIVE', 'INACTIVE']);
});

test.each([
  ['staff', STAFF],
  ['machine', MACHINES],
])('the %s pool has a resource server per compact and per member jurisdiction', (_name, Properties) => {
  const [pool] = Object.keys(sandbox.findResources('AWS::Cognito::UserPool', { Properties }));
  const servers = Object.values(sandbox.findResources('AWS::Cognito::UserPoolResourceServer')).filter(
    (server) => server.Properties.UserPoolId.Ref === pool,
  );
  const scopes = servers.map((server) => [
    server.Properties.Identifier,
    server.Properties.Scopes.map(({ ScopeName }: { ScopeName: string }) => ScopeName),
  ]);

  const inAslp = ['aslp.admin', 'aslp.write', 'aslp.readPrivate', 'aslp.readSSN'];
  const inCoun = ['coun.admin', 'coun.write', 'coun.readPrivate', 'coun.readSSN'];
  expect(Object.fromEntries(scopes)).toEqual({
    aslp: ['admin', 'write', 'readGeneral', 'readSSN'],
    coun: ['admin', 'write', 'readGeneral', 'readSSN'],
    co: inCoun,
    ky: inAslp,
    ne: inAslp,
    oh: [...inAslp, ...inCoun],
  });
});

test('the pre-token function adds scopes to access tokens of staff', () => {
  const [preToken] = Object.keys(
    sandbox.findResources('AWS::Lambda::Function', { Properties: { Handler: 'staff-pre-token.handler' } }),
  );

  sandbox.hasResourceProperties('AWS::Cognito::UserPool', {
    ...STAFF,
    LambdaConfig: {
      PreTokenGenerationConfig: { LambdaArn: { 'Fn::GetAtt': [preToken, 'Arn'] }, LambdaVersion: 'V2_0' },
    },
  });
  sandbox.hasResourceProperties('AWS::Cognito::UserPool', { ...MACHINES, LambdaConfig: Match.absent() });
});

test.each([
  ['a sandbox', sandbox, 'boards-staff-ana', 2],
  ['a sandbox', sandbox, 'boards-state-auth-ana', Match.absent()],
  ['production', production, 'staff-auth.boards.example.org', 2],
  ['production', production, 'boards-state-auth', Match.absent()],
  ['another production', secondProduction, 'boards-state-auth-west', Match.absent()],
])('sign-in to %s is at %s', (_name, pools, Domain, ManagedLoginVersion) => {
  pools.hasResourceProperties('AWS::Cognito::UserPoolDomain', { Domain, ManagedLoginVersion });
});

test('the managed login of staff has a style, without which it shows no page', () => {
  const [client] = Object.keys(sandbox.findResources('AWS::Cognito::UserPoolClient'));

  sandbox.hasResourceProperties('AWS::Cognito::ManagedLoginBranding', {
    ClientId: { Ref: client },
    UseCognitoProvidedValues: true,
  });
});

test('a sign-in domain of its own has a certificate and an address record', () => {
  production.hasResourceProperties('AWS::CertificateManager::Certificate', {
    DomainName: 'staff-auth.boards.example.org',
    ValidationMethod: 'DNS',
  });
  production.hasResourceProperties('AWS::Route53::RecordSet', {
    Name: 'staff-auth.boards.example.org.',
    Type: 'A',
    AliasTarget: { DNSName: { 'Fn::GetAtt': [Match.anyValue(), 'CloudFrontDistribution'] } },
  });
});

test('a sign-in domain outside the region of certificates is refused, with the remedy', () => {
  const settings = productionSettings();
  const elsewhere = { ...settings, environment: { ...settings.environment, region: 'us-west-1' } };

  expect(() => synthesizePools(elsewhere)).toThrow(
    "the sign-in domain staff-auth.boards.example.org can't be made in us-west-1: Cognito needs its certificate in us-east-1; deploy the environment there, or leave out its domain name",
  );
});

test('unsound settings are refused here too', () => {
  expect(() => synthesizePools(sandboxSettings({ account: '42' }))).toThrow(/environment\.account/);
});
