import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { differences, SHAPES, UNTYPED_SHAPES } from './stored-shapes';
import { storedRecordsDocument } from '../../scripts/stored-records/document';
import { Scenario } from '../../scripts/stored-records/scenario';
import type { Item } from '../../src/core/licensure/item';

const DOCUMENT = join(__dirname, '..', '..', 'docs', 'reference', 'stored-records.md');
const steps = new Scenario().run();

test('the published examples are what the rules write today', () => {
  expect(readFileSync(DOCUMENT, 'utf8')).toBe(storedRecordsDocument(steps));
});

test.each(steps.map((step) => [step.title, step.written] as const))(
  'every item of the step "%s" has the documented shape, field by field',
  (_title, written) => {
    expect(written.length).toBeGreaterThan(0);
    expect(written.flatMap((item) => differences(item, shapeOf(item), `${item.type ?? 'ssnIndex'} `))).toEqual([]);
  },
);

test('the scenario writes every type of record that uploads, boards and practitioners cause', () => {
  const written = new Set(steps.flatMap((step) => step.written.map(({ type }) => type)));

  expect([...written].sort()).toEqual(
    [
      'adverseAction',
      'investigation',
      'license',
      'licenseUpdate',
      'privilege',
      'privilegeUpdate',
      'provider',
      'providerUpdate',
      undefined,
    ].sort(),
  );
});

function shapeOf(item: Item) {
  return item.type === undefined ? UNTYPED_SHAPES.ssnIndex : SHAPES[String(item.type)];
}

test('a missing, an unknown and a malformed field are each told', () => {
  const [license] = steps[0].written.filter(({ type }) => type === 'license');
  const { familyName: _missing, ...damaged } = { ...license, shoeSize: '44', dateOfBirth: 'yesterday' } as Item;

  expect(differences(damaged, SHAPES.license)).toEqual([
    'familyName is missing',
    expect.stringMatching(/^dateOfBirth is "yesterday", not /),
    'shoeSize is unknown',
  ]);
});
