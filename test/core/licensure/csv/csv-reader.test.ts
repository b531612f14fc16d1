import fc from 'fast-check';
import { referenceRecords } from './csv-reference';
import { LIMITS } from '../../../../src/core/contracts/limits';
import { CsvProblem, CsvReader } from '../../../../src/core/licensure/csv/csv-reader';

function read(...pieces: readonly string[]): { records: string[][]; problem?: CsvProblem } {
  const records: string[][] = [];
  const reader = new CsvReader((cells) => records.push([...cells]));
  for (const piece of pieces) reader.read(piece);
  const problem = reader.end();
  return { records, ...(problem && { problem }) };
}

test.each([
  ['nothing', '', []],
  ['one line without an end', 'a,b', [['a', 'b']]],
  ['line ends of every kind', 'a\nb\r\nc\rd', [['a'], ['b'], ['c'], ['d']]],
  ['blank lines, which are no records', 'a\n\n\r\r\n\nb\n\n', [['a'], ['b']]],
  ['a blank first line, which is a header without names', '\n\r\na\n', [[], ['a']]],
  ['blank lines alone', '\r\n\r\n', [[]]],
  ['a line of blanks, which is a record', '  \n', [['  ']]],
  [
    'empty cells',
    ',\n,,',
    [
      ['', ''],
      ['', '', ''],
    ],
  ],
  ['an empty quoted cell alone', '""\n', [['']]],
  ['commas, quotes and line breaks in quotes', '"a,b","c ""d""","e\nf"', [['a,b', 'c "d"', 'e\nf']]],
  ['line breaks in quotes as LF', '"a\r\nb\rc\nd"', [['a\nb\nc\nd']]],
  ['a quote inside a plain cell as text', 'a"b",c""d\n', [['a"b"', 'c""d']]],
  ['a quote after a blank as text', ' "a",b', [[' "a"', 'b']]],
  ['NUL and other control characters', 'a\0b,\x1c', [['a\0b', '\x1c']]],
  ['line separators of Unicode as text', 'a\u2028b\u0085c\n', [['a\u2028b\u0085c']]],
])('reads %s', (_what, text, records) => {
  expect(read(text)).toEqual({ records });
});

test.each([
  ['an error after a blank first line', '\n"b"c', 2, /^text follows a closing quote; /],
  ['text after a closing quote', 'a\n"b"c\nd', 2, /^text follows a closing quote; /],
  ['a blank after a closing quote', '"b" ,c', 1, /^text follows a closing quote; /],
  ['a quote that is never closed', 'a\n\n"b\nc\n', 3, /^the file ends inside a quoted cell; /],
  ['a quote that opens at the very end', 'a\n"', 2, /^the file ends inside a quoted cell; /],
  ['an error after quoted line breaks', '"a\r\nb",c\r\n"\nd"e', 3, /^text follows/],
])('%s ends the file, with the line on which the record begins', (_what, text, line, reason) => {
  expect(read(text).problem).toEqual({ line, reason: expect.stringMatching(reason) });
});

test('records before the error are handed over, none after it', () => {
  expect(read('a\nb\n"c"d\ne\n', 'f\n').records).toEqual([['a'], ['b']]);
});

const CELL = LIMITS.csvCellCharacters.value;
const RECORD = LIMITS.csvRecordCharacters.value;

describe.each(['', '"'])('cells in %j', (quote) => {
  const cell = (length: number) => `${quote}${'x'.repeat(length)}${quote}`;

  test('of the greatest length are read, longer ones end the file', () => {
    expect(read(`${cell(CELL)},b\n`).records).toEqual([['x'.repeat(CELL), 'b']]);
    expect(read(`${cell(CELL + 1)},b\n`).problem?.reason).toMatch(/^a cell has more than 131072 characters; /);
  });

  test('that never end are given up as soon as they are too long', () => {
    const reader = new CsvReader(() => undefined);
    const piece = 'x'.repeat(CELL / 2);

    expect(reader.read(`${quote}${piece}`)).toBeUndefined();
    expect(reader.read(piece)).toBeUndefined();
    expect(reader.read('x')).toMatchObject({ line: 1 });
  });
});

test('a record that never ends is given up, however short its cells are', () => {
  const reader = new CsvReader(() => undefined);
  const piece = 'a,'.repeat(RECORD / 4);

  expect(reader.read(piece)).toBeUndefined();
  expect(reader.read(piece)).toBeUndefined();
  expect(reader.read(piece)?.reason).toMatch(/^it has more than 1048576 characters; /);
});

/** Texts full of what matters to the reader. */
const anyCsv = fc
  .array(fc.constantFrom('a', 'b ', ',', '"', '""', '"x"', '\n', '\r', '\r\n', 'é', '😀', '\ufeff', ' '), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));

test('every text gives the records of the plain reading', () => {
  fc.assert(
    fc.property(anyCsv, (text) => {
      const { records, failed } = referenceRecords(text);

      const actual = read(text);
      expect(actual.records).toEqual(records);
      expect(actual.problem !== undefined).toBe(failed);
    }),
    { numRuns: 2_000 },
  );
});

test('wherever a text is cut into pieces, it gives the same records and the same error', () => {
  fc.assert(
    fc.property(anyCsv, fc.array(fc.nat(30), { maxLength: 6 }), (text, cuts) => {
      const places = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length];
      const pieces = places.slice(1).map((end, index) => text.slice(places[index], end));

      expect(read(...pieces)).toEqual(read(text));
      expect(read(...text)).toEqual(read(text));
    }),
    { numRuns: 1_000 },
  );
});
