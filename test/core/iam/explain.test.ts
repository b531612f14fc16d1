import { policyOf } from './policies';
import { evaluate } from '../../../src/core/iam/evaluate';
import { explanation } from '../../../src/core/iam/explain';
import type { AccessRequest, PoliciesInForce } from '../../../src/core/iam/request';

const request: AccessRequest = {
  action: 'iam:CreateRole',
  resource: ['arn:aws:iam::', { unknown: 'AWS::AccountId' }, ':role/a'],
  context: {},
  principal: { kind: 'role', id: ['arn:aws:iam::111111111111:role/deploy'], account: '111111111111' },
};
const asks = 'arn:aws:iam::111111111111:role/deploy: iam:CreateRole on arn:aws:iam::${AWS::AccountId}:role/a';

const all = policyOf({ Sid: 'All' });

test.each<[string, PoliciesInForce, string[]]>([
  [
    'an allowed request',
    { identity: [all], boundary: policyOf({ Action: 's3:*' }, { Action: 'iam:*' }) },
    [
      `${asks} is allowed.`,
      'The statement "All" of the policies of the identity (policy.Statement[0]) allows it.',
      'The statement "statement 2" of the permissions boundary (policy.Statement[1]) allows it.',
    ],
  ],
  [
    'a denied request',
    { identity: [all], session: [policyOf({}, { Sid: 'NoRoles', Effect: 'Deny', Action: 'iam:*Role' })] },
    [`${asks} is denied.`, 'The statement "NoRoles" of the session policy (policy.Statement[1]) denies it.'],
  ],
  [
    'a request that nothing allows',
    { identity: [all], boundary: policyOf({ Action: 's3:*' }) },
    [`${asks} is denied.`, 'No statement of the permissions boundary allows iam:CreateRole here.'],
  ],
  [
    'a request that nobody can decide',
    {
      identity: [all],
      resource: policyOf({
        Sid: 'Tagged',
        Effect: 'Deny',
        Principal: '*',
        Condition: { Null: { 'aws:TagKeys': 'true' } },
      }),
    },
    [
      `${asks} may be allowed or denied.`,
      'The statement "Tagged" of the policy of the resource (policy.Statement[0]) perhaps denies it, depending on what only the deployment or the request tells.',
      'The statement "All" of the policies of the identity (policy.Statement[0]) allows it.',
    ],
  ],
])('%s is explained by the statements that decide', (_, policies, sentences) => {
  expect(explanation(request, evaluate(request, policies))).toEqual(sentences);
});
