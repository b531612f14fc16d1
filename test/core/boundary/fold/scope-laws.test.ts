import fc from 'fast-check';
import { madeUpTable } from './made-up-table';
import { highsSolver } from '../../../../src/boundary/cover-solver';
import type { ActionUse } from '../../../../src/core/boundary/fold/action-use';
import { scopeResources } from '../../../../src/core/boundary/fold/scope-resources';
import { textsOf } from '../../../../src/core/iam/intrinsic-text';
import type { PartialText } from '../../../../src/core/iam/partial-text';
import { covers } from '../../../../src/core/iam/text-matching';
import { propertyRuns } from '../../../properties/runs';

// The nightly run tries twenty times as many cases.
jest.setTimeout(900_000);

const OWN = { account: '111122223333', region: 'eu-west-1', partition: 'aws' };

const table = madeUpTable({
  shop: {
    List: 'ListOrders ListCarts',
    Read: 'GetOrder GetCart GetTill',
    Write: 'CreateOrder DeleteOrder CreateCart',
    PermissionsManagement: 'PutOrderPolicy',
    resources: [
      'arn:${Partition}:shop:${Region}:${Account}:order/${OrderName}',
      'arn:${Partition}:shop:${Region}:${Account}:order/${OrderName}/line/${LineNumber}',
      'arn:${Partition}:shop:::${CartName}',
    ],
  },
  post: { Write: 'SendLetter', Read: 'GetLetter', resources: ['arn:${Partition}:post:${Region}:${Account}:${Letter}'] },
});

const pseudo = (name: string) => ({ unknown: name });
const segment = (own: string, name: string, ...others: string[]) =>
  fc.constantFrom<PartialText>([own], [pseudo(name)], ...others.map((other) => (other === '' ? [] : [other])));

const namePart = fc.constantFrom('compact-', 'backend-', 'a', 'orders', '/line/1', ':x', '*', '?', {
  unknown: 'Name@Stack',
});
const name = fc.array(namePart, { minLength: 1, maxLength: 4 });

const arn: fc.Arbitrary<PartialText> = fc
  .record({
    service: fc.constantFrom('shop', 'post'),
    region: segment(OWN.region, 'AWS::Region', '', '*', 'us-east-1'),
    account: segment(OWN.account, 'AWS::AccountId', '', '444455556666'),
    type: fc.constantFrom('order/', ''),
    name,
  })
  .map((parts) => [
    'arn:',
    OWN.partition,
    `:${parts.service}:`,
    ...parts.region,
    ':',
    ...parts.account,
    ':',
    parts.type,
    ...parts.name,
  ]);

const uses: fc.Arbitrary<ActionUse[]> = fc.array(
  fc.record({
    action: fc.constantFrom(
      ...table.services.flatMap((service) => table.actionsOf(service).map((facts) => facts.name)),
    ),
    resources: fc.oneof(
      { weight: 5, arbitrary: fc.array(arn, { minLength: 1, maxLength: 4 }) },
      { weight: 1, arbitrary: fc.constant('any' as const) },
      { weight: 1, arbitrary: fc.constant([[{ unknown: 'Order.Arn@Stack' }]]) },
    ),
  }),
  { minLength: 1, maxLength: 8 },
);

test('every use stays allowed, whatever is scoped', () => {
  fc.assert(
    fc.property(uses, fc.integer({ min: 0, max: 900 }), (wanted, budget) => {
      const { statements } = scopeResources({ uses: wanted, table, solver: highsSolver, budget, own: OWN });

      for (const { action, resources } of wanted) {
        for (const resource of resources === 'any' ? [['*']] : resources) {
          const allowing = statements.some(
            (statement) =>
              statement.patterns.some((pattern) => table.matching(pattern).some((facts) => facts.name === action)) &&
              statement.resources.some((pattern) => covers(deployed(pattern), placed(resource)) === 'yes'),
          );
          expect({ action, resource, allowing }).toEqual({ action, resource, allowing: true });
        }
      }
    }),
    propertyRuns(),
  );
});

test('nothing but the uses is allowed, and what is scoped is not allowed for everything', () => {
  fc.assert(
    fc.property(uses, (wanted) => {
      const { statements, scoped } = scopeResources({
        uses: wanted,
        table,
        solver: highsSolver,
        budget: 6144,
        own: OWN,
      });

      const matched = ({ patterns }: (typeof statements)[number]) =>
        patterns.flatMap((pattern) => table.matching(pattern).map((facts) => facts.name));
      const everywhere = statements.filter(({ resources }) => resources[0] === '*').flatMap(matched);
      expect(new Set(statements.flatMap(matched))).toEqual(new Set(wanted.map(({ action }) => action)));
      expect(scoped.filter((action) => everywhere.includes(action))).toEqual([]);
    }),
    propertyRuns(),
  );
});

/** A pattern as CloudFormation substitutes it. */
function deployed(pattern: string): PartialText {
  const values = { 'AWS::Partition': OWN.partition, 'AWS::Region': OWN.region, 'AWS::AccountId': OWN.account };
  return textsOf({ 'Fn::Sub': pattern }, { values })[0];
}

/** An ARN of a template that is deployed to the own place, its literals in one piece. */
function placed(resource: PartialText): PartialText {
  const values: Record<string, string> = { 'AWS::Region': OWN.region, 'AWS::AccountId': OWN.account };
  const known = resource.map((part) => (typeof part === 'string' ? part : (values[part.unknown] ?? part)));
  return known.reduce<PartialText>((text, part) => {
    const last = text[text.length - 1];
    return typeof part === 'string' && typeof last === 'string'
      ? [...text.slice(0, -1), `${last}${part}`]
      : [...text, part];
  }, []);
}
