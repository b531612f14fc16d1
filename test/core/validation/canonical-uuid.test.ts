import { canonicalUuid } from '../../../src/core/validation/canonical-uuid';

const ID = '6c1e9d2f-4a63-4d9f-8b88-1f2a3b4c5d6e';

test.each([
  ID,
  ID.toUpperCase(),
  ID.replaceAll('-', ''),
  `{${ID}}`,
  `urn:uuid:${ID}`,
  `uuid:${ID}`,
  '6c1e-9d2f-4a634d9f-8b881f2a3b4c5d6e',
])('%s is written in the canonical form', (text) => {
  expect(canonicalUuid(text)).toBe(ID);
});

test.each(['', 'x', ` ${ID}`, `${ID}0`, ID.slice(1), `${ID.slice(1)}g`, `${ID}\n`, ID.replace('6', '٦')])(
  '%j is no UUID',
  (text) => {
    expect(canonicalUuid(text)).toBeUndefined();
  },
);
