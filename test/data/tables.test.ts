import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linesOf } from '../../scripts/data/write-lines';
import { parseLazily } from '../../src/boundary/lazy-table';
import { boundaryTables, readTables } from '../../src/boundary/tables';

test('the tables are read once', () => {
  expect(boundaryTables()).toBe(boundaryTables());
});

test('a package without its tables says how to get them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tables-'));

  expect(() => readTables(folder)).toThrow(
    `the table actions.json is missing in ${folder}: run "npx projen data" in a checkout, or install the package anew`,
  );
  rmSync(folder, { recursive: true });
});

test('a table is what JSON says that it is', () => {
  const head = { provenance: { version: '1' }, note: 'braces {\n"and":{ quotes' };
  const entries = { 'A::B::C': { list: [1, 'two,'], text: '":{' }, D: {} };
  const text = linesOf(head, 'types', entries);

  expect(parseLazily(text)).toEqual({ ...head, types: entries });
  expect(parseLazily(text)).toEqual(JSON.parse(text));
});

test('an entry is parsed when it is read, and not before', () => {
  const text = linesOf({ note: '' }, 'types', { good: 1, bad: 2 }).replace('"bad":2', '"bad":nonsense');
  const { types } = parseLazily<{ types: Record<string, number> }>(text);

  expect(Object.keys(types)).toEqual(['good', 'bad']);
  expect(types.good).toBe(1);
  expect(() => types.bad).toThrow(SyntaxError);
});

test('a file that is no table is refused', () => {
  expect(() => parseLazily('{"types":{}}')).toThrow('a table has one line for each entry');
});
