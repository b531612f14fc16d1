import { DATA_ACCOUNT, DEPLOY_ACCOUNT, policy, role, roleArn, statement, trustFor } from './made-up-report';
import type { DeployedIdentity } from '../../src/core/boundary/deployed-identity';
import type { PolicyPrincipal } from '../../src/core/iam/policy';
import { trustGraph } from '../../src/report/build/trust';
import { trustLayout } from '../../src/report/html/trust-layout';
import { trustPicture } from '../../src/report/html/trust-picture';

/** `who → role (basis)`, with the kind of who, in the order of the graph. */
function edgesOf(...identities: readonly DeployedIdentity[]): string[] {
  const { nodes, edges } = trustGraph(identities);
  const named = new Map(nodes.map(({ id, kind, label }) => [id, `${kind} ${label}`]));
  return edges.map(({ from, to, basis }) => `${named.get(from)} → ${named.get(to)} (${basis})`);
}

test.each<[PolicyPrincipal['kind'], string, string]>([
  ['Service', 'lambda.amazonaws.com', 'service lambda.amazonaws.com'],
  ['Federated', 'arn:aws:iam::111100001111:saml-provider/x', 'federated arn:aws:iam::111100001111:saml-provider/x'],
  ['AWS', '111100001111', 'account everyone in 111100001111'],
  ['AWS', 'arn:aws:iam::111100001111:root', 'account everyone in 111100001111'],
  ['AWS', 'arn:aws-us-gov:iam::111100001111:root', 'account everyone in 111100001111'],
  ['AWS', 'arn:aws:iam::111100001111:role/deploy', 'elsewhere role/deploy'],
  ['AWS', '*', 'anyone anyone'],
  ['*', '*', 'anyone anyone'],
])('%s %s may take on a role that trusts it', (kind, value, who) => {
  expect(edgesOf(role('Reader', { trust: trustFor([kind, value]) }))).toEqual([
    `${who} → role Prod/Data/Reader/Resource (trust policy)`,
  ]);
});

test('a role of the app that another trusts is that role', () => {
  const reader = role('Reader', { trust: undefined });
  const trusting = { kind: 'AWS' as const, value: reader.arn };
  const trust = policy(statement({ principals: { not: false, patterns: [trusting] } }));

  expect(edgesOf(reader, role('Writer', { trust }))).toEqual([
    'role Prod/Data/Reader/Resource → role Prod/Data/Writer/Resource (trust policy)',
  ]);
});

test('everybody but some is everybody', () => {
  const principals = { not: true, patterns: [{ kind: 'AWS' as const, value: ['111100001111'] }] };

  expect(edgesOf(role('Reader', { trust: policy(statement({ principals })) }))).toEqual([
    'anyone anyone except 111100001111 → role Prod/Data/Reader/Resource (trust policy)',
  ]);
});

describe('a role whose own policy lets it ask', () => {
  const asking = (...patterns: string[]) =>
    role('Deploy', {
      trust: undefined,
      policies: [
        policy(
          statement({ allow: ['sts:Assume*'], resources: { not: false, patterns: patterns.map((each) => [each]) } }),
        ),
      ],
    });
  const deploy = 'role Prod/Data/Deploy/Resource';

  test('is shown with roles that the app does not make', () => {
    expect(edgesOf(asking('arn:aws:iam::222200002222:role/cdk-deploy'))).toEqual([
      `${deploy} → elsewhere role/cdk-deploy (own policy)`,
    ]);
  });

  test('is shown with roles of the app that a pattern names', () => {
    const target = role('Target', { arn: roleArn(DEPLOY_ACCOUNT, 'target-a'), trust: undefined });

    expect(edgesOf(asking(`arn:aws:iam::${DEPLOY_ACCOUNT}:role/target-*`), target)).toEqual([
      `${deploy} → role Prod/Data/Target/Resource (own policy)`,
    ]);
  });

  test('and that the other role trusts is shown once', () => {
    const arn = roleArn(DEPLOY_ACCOUNT, 'target');
    const trust = policy(statement({ principals: { not: false, patterns: [{ kind: 'AWS', value: asking().arn }] } }));

    expect(edgesOf(asking(String(arn[0])), role('Target', { arn, trust }))).toEqual([
      `${deploy} → role Prod/Data/Target/Resource (both)`,
    ]);
  });

  test('for every role is told so', () => {
    expect(edgesOf(asking('*'))).toEqual([`${deploy} → elsewhere any role that trusts it (own policy)`]);
  });
});

test('a role that may do anything but assume roles does not ask', () => {
  const actions = { not: true, patterns: ['sts:*'] };

  expect(edgesOf(role('Reader', { trust: undefined, policies: [policy(statement({ actions }))] }))).toEqual([]);
});

test('conditions and denials of a trust policy are told', () => {
  const principals = { not: false, patterns: [{ kind: '*' as const, value: ['*'] }] };
  const conditions = [
    { operator: 'StringEquals', ifExists: true, key: 'aws:PrincipalOrgID', values: [['o-1'], ['o-2']] },
    {
      operator: 'StringLike',
      ifExists: false,
      quantifier: 'ForAnyValue' as const,
      key: 'aws:TagKeys',
      values: [['a*']],
    },
  ];
  const trust = policy(statement({ principals, conditions }), statement({ name: 'NotUs', effect: 'Deny', principals }));

  expect(trustGraph([role('Reader', { trust })]).edges[0].conditions).toEqual([
    'StringEqualsIfExists aws:PrincipalOrgID = o-1 or o-2',
    'ForAnyValue:StringLike aws:TagKeys = a*',
    'unless NotUs of the policy denies it',
  ]);
});

test('of two statements the one without conditions decides', () => {
  const principals = { not: false, patterns: [{ kind: '*' as const, value: ['*'] }] };
  const conditions = [{ operator: 'Bool', ifExists: false, key: 'aws:SecureTransport', values: [['true']] }];
  const trust = policy(statement({ principals, conditions }), statement({ principals }));

  expect(trustGraph([role('Reader', { trust })]).edges.map((edge) => edge.conditions)).toEqual([[]]);
});

describe('the picture', () => {
  const plain = ['A', 'B', 'C'].map((id) => role(id));
  const other = role('D', { account: DEPLOY_ACCOUNT });
  const open = role('E', { trust: trustFor(['AWS', '*']) });
  const picture = trustPicture(trustGraph([...plain, other, open]));

  test('shows roles of an account that only the same services take on as one', () => {
    expect(picture.nodes.map(({ group, label }) => `${group}: ${label}`)).toEqual([
      'services of AWS: lambda.amazonaws.com',
      `account ${DEPLOY_ACCOUNT}: Prod/Data/D/Resource`,
      `account ${DATA_ACCOUNT}: Prod/Data/E/Resource`,
      'everybody: anyone',
      `account ${DATA_ACCOUNT}: 3 roles of lambda.amazonaws.com`,
    ]);
    expect(picture.edges).toHaveLength(3);
  });

  test('has room for every node in its box, and no two overlap', () => {
    const { nodes, groups, width, height } = trustLayout(picture);
    const boxes = [...nodes.values()];

    expect(boxes).toHaveLength(picture.nodes.length);
    for (const [index, one] of boxes.entries()) {
      const group = groups.find(({ title, x }) => title === one.node.group && x <= one.x && x + 300 > one.x)!;
      expect(one.x + one.width).toBeLessThanOrEqual(group.x + group.width);
      expect(one.y + one.height).toBeLessThanOrEqual(group.y + group.height);
      expect([group.x + group.width <= width, group.y + group.height <= height]).toEqual([true, true]);
      for (const next of boxes.slice(index + 1)) {
        expect(one.x !== next.x || one.y + one.height <= next.y || next.y + next.height <= one.y).toBe(true);
      }
    }
  });

  test('is the same in whatever order roles come', () => {
    const places = (of: typeof picture) => [...trustLayout(of).nodes].map(([id, { x, y }]) => `${id} ${x} ${y}`).sort();

    expect(places(trustPicture(trustGraph([open, other, ...plain].reverse())))).toEqual(places(picture));
  });
});
