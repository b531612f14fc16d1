import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conformance } from '../../../scripts/conformance/command';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conformance-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the command over made-up vector files. */
function run(files: Readonly<Record<string, unknown>>, ...args: string[]) {
  mkdirSync(join(folder, 'vectors'));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, 'vectors', name), JSON.stringify(content));
  }
  const lines: string[] = [];
  const exitCode = conformance(['--from', folder, ...args], '/nowhere', {
    out: (line) => lines.push(line),
    error: (line) => lines.push(line),
  });
  return { exitCode, lines };
}

const row = (lines: readonly string[], label: string) =>
  lines
    .find((line) => line.startsWith(`${label} `))
    ?.split(/\s+/)
    .slice(1);

const today = (name: string, expected: string, mayDiffer?: string) => ({
  name,
  given: { record: 'today', now: '2025-06-15T12:00:00+00:00' },
  expect: { today: expected },
  mayDiffer,
});

test('cases that agree are counted as passed, files without a suite as not covered', () => {
  const { exitCode, lines } = run({
    'status.json': [today('a', '2025-06-15')],
    'later.json': [{ name: 'b' }, { name: 'c' }],
  });

  expect(exitCode).toBe(0);
  expect(row(lines, 'status.json')).toEqual(['1', '0', '0', '0']);
  expect(row(lines, 'later.json')).toEqual(['0', '0', '0', '2']);
  expect(row(lines, 'total')).toEqual(['1', '0', '0', '2']);
  expect(lines).toContain('validation.json: not there');
});

test('a difference without a recorded reason fails, also where the vector allows another answer', () => {
  const { exitCode, lines } = run(
    { 'status.json': [today('a', '2025-06-16'), today('b', '2025-06-14', 'a reason')] },
    '--verbose',
  );

  expect(exitCode).toBe(1);
  expect(row(lines, 'status.json')).toEqual(['0', '0', '2', '0']);
  expect(lines).toContain('        today: expected "2025-06-16", got "2025-06-15"');
});

test('a crash of the product is a difference', () => {
  const { exitCode, lines } = run(
    { 'status.json': [{ name: 'a', given: { record: 'moon' }, expect: {} }] },
    '--verbose',
  );

  expect(exitCode).toBe(1);
  expect(lines.join()).toContain('crashed: TypeError');
});

const brokenUpload = (expected: unknown, mayDiffer?: string) => [
  {
    name: 'defaults',
    given: { kind: 'defaults' },
    expect: {
      now: '2025-06-15T12:00:00+00:00',
      compact: 'aslp',
      jurisdiction: 'oh',
      scopes: ['oh/aslp.write'],
      contentType: 'application/json',
    },
  },
  { name: 'broken', given: { kind: 'post', body: '{' }, expect: expected, mayDiffer },
];
const PARSER_TEXT = 'the text after "Invalid JSON: " is the parser\'s own';
const otherText = { statusCode: 400, body: { message: 'Invalid JSON: column 2' }, queueMessages: [] };

test('a recorded difference passes where the vector gives its reason, and names its decision', () => {
  const { exitCode, lines } = run({ 'validation.json': brokenUpload(otherText, PARSER_TEXT) }, '--verbose');

  expect(exitCode).toBe(0);
  expect(row(lines, 'validation.json')).toEqual(['0', '1', '0', '0']);
  expect(lines.join()).toContain('docs/decisions/0005');
});

test.each([
  ['in another place', { ...otherText, statusCode: 500 }, PARSER_TEXT],
  ['without a reason in the vector', otherText, undefined],
])('a recorded difference %s is unrecorded', (_what, expected, mayDiffer) => {
  expect(run({ 'validation.json': brokenUpload(expected, mayDiffer) }).exitCode).toBe(1);
});

test('without vectors the command names the folder and the remedy', () => {
  const lines: string[] = [];

  const exitCode = conformance([], join(folder, 'missing'), {
    out: () => undefined,
    error: (line) => lines.push(line),
  });

  expect(exitCode).toBe(2);
  expect(lines).toEqual([
    `there is no folder ${join(folder, 'missing', 'vectors')}: name the folder that holds vectors/ with --from DIR`,
  ]);
});
