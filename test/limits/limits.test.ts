import { Limit, LIMITS } from '../../src/core/contracts/limits';
import { largestSettings } from '../licensure/backend-settings';
import { allResources, PARTS, resourcesOf, synthesize } from '../licensure/synthesized';

/** The part of a limit that a template may use: the rest is room to grow. */
const SHARE = 0.8;

const stacks = synthesize(largestSettings());

function room({ value }: Limit): number {
  return value * SHARE;
}

/** Tokens may become longer when they are resolved; the longest ARN of a resource of ours stands for each. */
const LONGEST_ARN = `arn:aws-us-gov:cognito-idp:us-gov-east-1:111122223333:${'x'.repeat(128)}`;

function resolvedLength(document: unknown): number {
  const text = JSON.stringify(document, (_key, value) =>
    value && (value.Ref || value['Fn::GetAtt'] || value['Fn::ImportValue'] || value['Fn::Join']) ? LONGEST_ARN : value,
  );
  return text.replace(/\s/g, '').length;
}

test.each(PARTS)('the %s stack of the largest deployment leaves room for resources and outputs', (part) => {
  const { Resources, Outputs } = stacks[part];

  expect(Object.keys(Resources).length).toBeLessThan(room(LIMITS.resourcesPerStack));
  expect(Object.keys(Outputs).length).toBeLessThan(room(LIMITS.outputsPerStack));
});

test.each(PARTS)('the template of the %s stack leaves room', (part) => {
  const bytes = Buffer.byteLength(JSON.stringify(stacks[part], undefined, 1));

  expect(bytes).toBeLessThan(room(LIMITS.templateBytes));
});

test('policies of functions leave room, also where several functions share a role', () => {
  const ofRoles = new Map<string, number>();
  for (const [, { Properties }] of allResources(stacks, 'AWS::IAM::Policy')) {
    const role = JSON.stringify(Properties.Roles[0]);
    ofRoles.set(role, (ofRoles.get(role) ?? 0) + resolvedLength(Properties.PolicyDocument));
  }

  expect(ofRoles.size).toBeGreaterThan(0);
  for (const length of ofRoles.values()) expect(length).toBeLessThan(room(LIMITS.inlineRolePolicyCharacters));
});

test('pools stay within the quota that a production account asks for', () => {
  const servers = resourcesOf(stacks.identity, 'AWS::Cognito::UserPoolResourceServer').map(
    ([, { Properties }]) => Properties,
  );
  const perPool = new Map<string, number>();
  for (const { UserPoolId } of servers) perPool.set(UserPoolId.Ref, (perPool.get(UserPoolId.Ref) ?? 0) + 1);

  expect([...perPool.values()]).toEqual([56, 56]);
  for (const count of perPool.values()) expect(count).toBeLessThan(room(LIMITS.resourceServersPerUserPoolMaximum));
  for (const { Scopes } of servers) expect(Scopes.length).toBeLessThan(room(LIMITS.scopesPerResourceServer));
});
