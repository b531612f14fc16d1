import fc from 'fast-check';
import {
  cutPage,
  decodeLastKey,
  encodeLastKey,
  keyAttributes,
  needsMore,
} from '../../../src/core/licensure/pagination';

const INDEX = 'providerFamGivMid';
const PARTITION = { index: INDEX, attribute: 'sk', value: 'arbor#PROVIDER' } as const;
const keyOf = (name: string) => ({
  pk: `arbor#PROVIDER#${name}`,
  sk: 'arbor#PROVIDER',
  providerFamGivMid: `${name}#x#`,
});
const itemOf = (name: string) => ({ ...keyOf(name), npi: '1112223334' });

test('a key consists of the keys of the table and of the index', () => {
  expect(keyAttributes('providerFamGivMid')).toEqual(['pk', 'sk', 'providerFamGivMid']);
  expect(keyAttributes('licenseGSI')).toEqual(['pk', 'sk', 'licenseGSIPK', 'licenseGSISK']);
});

test('any key comes back as it went out', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(decodeLastKey(encodeLastKey(keyOf(name)), PARTITION)).toEqual({ ok: true, value: keyOf(name) });
    }),
    { numRuns: 500 },
  );
});

test.each(['%%%', '', 'e30', Buffer.from('[1]').toString('base64'), Buffer.from('null').toString('base64')])(
  'the text %j does not start a page',
  (text) => {
    expect(decodeLastKey(text, PARTITION).ok).toBe(false);
  },
);

test.each([
  ['another partition', { ...keyOf('a'), sk: 'avian#PROVIDER' }],
  ['another index', { pk: 'a', sk: 'arbor#PROVIDER', providerDateOfUpdate: 'b' }],
  ['values that are no texts', { ...keyOf('a'), pk: 1 }],
  ['more than the key', itemOf('a')],
])('a key with %s is an invalid request', (_what, key) => {
  expect(decodeLastKey(encodeLastKey(key), PARTITION)).toEqual({ ok: false, error: 'Invalid request' });
});

test('an exact page goes on where the store would, a cut one after its own last item', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(itemOf);

  expect(cutPage([a, b], 2, INDEX, keyOf('z'))).toEqual({ items: [a, b], lastKey: encodeLastKey(keyOf('z')) });
  expect(cutPage([a, b], 2, INDEX, undefined)).toEqual({ items: [a, b], lastKey: null });
  expect(cutPage([a, b, c], 2, INDEX, undefined)).toEqual({ items: [a, b], lastKey: encodeLastKey(keyOf('b')) });
});

/** Answers of a store that reads `readSize` items at a time and filters what it read. */
function collect(
  names: readonly string[],
  readSize: number,
  pageSize: number,
  keep: (name: string) => boolean,
): string[] {
  const seen: string[] = [];
  let position = 0;
  let pages = 0;
  do {
    const collected: ReturnType<typeof itemOf>[] = [];
    let storeKey: object | undefined;
    do {
      const read = names.slice(position, position + readSize);
      collected.push(...read.filter(keep).map(itemOf));
      position += read.length;
      storeKey = position < names.length ? keyOf(names[position - 1]) : undefined;
    } while (needsMore(collected.length, pageSize, storeKey as never));
    const page = cutPage(collected, pageSize, INDEX, storeKey as never);
    seen.push(...page.items.map((item) => String(item.pk).slice('arbor#PROVIDER#'.length)));
    if (page.lastKey === null) return seen;
    const decoded = decodeLastKey(page.lastKey, PARTITION);
    position = decoded.ok ? names.indexOf(decoded.value.pk.slice('arbor#PROVIDER#'.length)) + 1 : names.length;
    pages += 1;
  } while (pages <= names.length);
  throw new Error('the pages do not end');
}

test('turning pages shows every kept item once and in order, whatever the sizes', () => {
  fc.assert(
    fc.property(
      fc.nat(40),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 4 }),
      (count, readSize, pageSize, every) => {
        const names = Array.from({ length: count }, (_, index) => `n${index}`);
        const keep = (name: string) => Number(name.slice(1)) % every === 0;

        expect(collect(names, readSize, pageSize, keep)).toEqual(names.filter(keep));
      },
    ),
    { numRuns: 500 },
  );
});
