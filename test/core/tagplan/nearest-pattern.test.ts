import * as fc from 'fast-check';
import { pipeline, TEST_AND_RELEASE } from './sample-pipelines';
import { nearestPattern } from '../../../src/core/tagplan/nearest-pattern';
import { planFor } from '../../../src/core/tagplan/plan';

test.each([
  ['cc-prd-2026.11.21', 'cc-prod-*', 1],
  ['cc-tets-1', 'cc-test-*', 2],
  ['cc-prod-2026/11', 'cc-prod-*', 1],
  ['v1', 'cc-test-*', 8],
  ['cc-prod-1', 'cc-prod-*', 0],
])('the tag %s is nearest to %s, with %i edits', (tag, pattern, edits) => {
  expect(nearestPattern(tag, TEST_AND_RELEASE)).toMatchObject({ pattern, edits });
});

test('there is no nearest pattern where tags start nothing', () => {
  const trigger = { kind: 'branch', repository: 'example/service', branch: 'main' } as const;

  expect(nearestPattern('v1', [pipeline('branch', '', { trigger })])).toBeUndefined();
  expect(nearestPattern('v1', [pipeline('malformed', '{')])).toBeUndefined();
});

/** Edit distance of two texts, straight from its definition. */
function distance(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  return Math.min(
    distance(one.slice(1), other) + 1,
    distance(one, other.slice(1)) + 1,
    distance(one.slice(1), other.slice(1)) + (one[0] === other[0] ? 0 : 1),
  );
}

test('the edits are the distance to the nearest of all tags that match', () => {
  const parts = fc.array(fc.constantFrom('a', 'b', '?', '[ab]', '{a,bb}'), { minLength: 1, maxLength: 3 });
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 4 });
  const all = ['', 'a', 'b', 'c'];
  for (const prefix of all) {
    if (prefix.length < 6 && prefix !== '') all.push(...['a', 'b', 'c'].map((last) => prefix + last));
  }

  fc.assert(
    fc.property(parts, text, (pieces, tag) => {
      const pipelines = [pipeline('one', pieces.join(''))];
      const matching = all.filter((candidate) => planFor(candidate, pipelines).starts.length === 1);

      expect(nearestPattern(tag, pipelines)?.edits).toBe(Math.min(...matching.map((other) => distance(tag, other))));
    }),
    { numRuns: 10 },
  );
});
