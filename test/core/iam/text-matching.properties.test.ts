import * as fc from 'fast-check';
import { partialText } from './reference/arbitraries';
import {
  Assignment,
  assignments,
  globHolds,
  patternUnder,
  shortTexts,
  textUnder,
  unknownNames,
} from './reference/glob';
import { resourceOf } from '../../../src/core/iam/arn-matching';
import type { PartialText } from '../../../src/core/iam/partial-text';
import { covers, isSameText, matchesText, overlaps } from '../../../src/core/iam/text-matching';
import { propertyRuns } from '../../properties/runs';

/** All short texts of the letters in use, and one with a letter that stands in no pattern. */
const VALUES = [...shortTexts('ab', 3), 'zz'];

const pattern = partialText('ab*?', ['U', 'V'], 4);
const text = partialText('ab*', ['U', 'V'], 4);

/** On how many of all values the reference says yes. */
function outcomes(names: readonly string[], holds: (values: Assignment) => boolean): readonly boolean[] {
  return assignments(names, VALUES).map(holds);
}

function matches(of: PartialText, given: PartialText): readonly boolean[] {
  return outcomes(unknownNames(of, given), (values) => globHolds(patternUnder(of, values), textUnder(given, values)));
}

function isLinear(...texts: readonly PartialText[]): boolean {
  const names = texts.flat().filter((part) => typeof part !== 'string');
  return new Set(names.map(({ unknown }) => unknown)).size === names.length;
}

test('a text matches for certain only where it does for all values, and not at all only where it does for none', () => {
  fc.assert(
    fc.property(pattern, text, (of, given) => {
      const verdict = matchesText(of, given);
      const found = matches(of, given);

      if (verdict === 'yes') expect(found).not.toContain(false);
      if (verdict === 'no') expect(found).not.toContain(true);
    }),
    propertyRuns(),
  );
});

test('where all is known the answer is never unknown', () => {
  const knownPattern = partialText('ab*?', [], 6);
  fc.assert(
    fc.property(knownPattern, partialText('ab*', [], 6), (of, given) => {
      expect(matchesText(of, given)).toBe(globHolds(patternUnder(of, {}), textUnder(given, {})) ? 'yes' : 'no');
    }),
    propertyRuns(),
  );
});

test('where no unknown part stands twice and no ? is there, unknown means that both can be', () => {
  const withoutOne = partialText('ab*', ['U'], 3);
  fc.assert(
    fc.property(withoutOne, partialText('ab', ['V'], 3), (of, given) => {
      fc.pre(isLinear(of, given));
      if (matchesText(of, given) === 'unknown') expect(new Set(matches(of, given))).toEqual(new Set([true, false]));
    }),
    propertyRuns(),
  );
});

test('two texts are the same for certain only where all values make them so, and never only where none does', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const verdict = isSameText(one, other);
      const found = outcomes(unknownNames(one, other), (values) => textUnder(one, values) === textUnder(other, values));

      if (verdict === 'yes') expect(found).not.toContain(false);
      if (verdict === 'no') expect(found).not.toContain(true);
    }),
    propertyRuns(),
  );
});

const TEXTS = shortTexts('abz', 4);
const shortPattern = partialText('ab*?', [], 3);

function textsOfPattern(of: PartialText): readonly string[] {
  return TEXTS.filter((given) => globHolds(patternUnder(of, {}), given));
}

test('patterns that overlap share a text, others none', () => {
  fc.assert(
    fc.property(shortPattern, shortPattern, (one, other) => {
      const shared = textsOfPattern(one).filter((given) => globHolds(patternUnder(other, {}), given));

      expect(overlaps(one, other)).toBe(shared.length > 0 ? 'yes' : 'no');
    }),
    propertyRuns(),
  );
});

test('a pattern covers another for certain only where it has all its texts, and doesn’t only where it lacks one', () => {
  fc.assert(
    fc.property(shortPattern, shortPattern, (one, other) => {
      const verdict = covers(one, other);
      const isCovered = textsOfPattern(other).every((given) => globHolds(patternUnder(one, {}), given));

      if (verdict === 'yes') expect(isCovered).toBe(true);
      if (verdict === 'no') expect(isCovered).toBe(false);
      if (!one.includes('?')) expect(verdict).not.toBe('unknown');
    }),
    propertyRuns(),
  );
});

test('what holds for the resource of a pattern holds for each text of the pattern', () => {
  fc.assert(
    fc.property(shortPattern, shortPattern, fc.constantFrom(...TEXTS), (of, resource, given) => {
      fc.pre(globHolds(patternUnder(resource, {}), given));
      const verdict = matchesText(of, resourceOf(resource));

      if (verdict !== 'unknown') expect(matchesText(of, [given])).toBe(verdict);
    }),
    propertyRuns(),
  );
});
