import * as fc from 'fast-check';
import { isTagName } from '../../../src/core/tagplan/tag-name';
import { commonTag, covers, parseTagPattern, tagMatches, TagPattern } from '../../../src/core/tagplan/tag-pattern';

function pattern(text: string): TagPattern {
  const parsed = parseTagPattern(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

describe('a pattern', () => {
  test.each([
    ['cc-prod-*', 'cc-prod-2026.11.21', 'a star takes any characters'],
    ['cc-prod-*', 'cc-prod-', 'a star takes no character'],
    ['a**', 'a/b/c', 'two stars take slashes'],
    ['v?', 'v1', 'a question mark takes one character'],
    ['{a,b*}-1', 'bcd-1', 'a group takes one of its patterns'],
    ['{a,}b', 'b', 'a group may have an empty pattern'],
    ['v[0-9]', 'v7', 'a set has ranges'],
    ['v[!0-9]', 'va', 'a set can be negated'],
    ['v[-a]', 'v-', 'a hyphen at the begin of a set is itself'],
    ['v[a-]', 'v-', 'a hyphen at the end of a set is itself'],
    ['v[!-]', 'va', 'a hyphen after the negation is itself'],
    ['\\{a\\}', '{a}', 'a backslash takes the next character literally'],
    ['a,b]', 'a,b]', 'comma and bracket are themselves outside groups and sets'],
    ['v[α-ω]', 'vλ', 'characters are those of Unicode'],
    ['v?', 'v🚀', 'a character may have two code units'],
  ])('%s matches %s: %s', (text, tag) => {
    expect(tagMatches(pattern(text), tag)).toBe(true);
  });

  test.each([
    ['cc-prod-*', 'cc-test-1', 'what is written out must be there'],
    ['cc-prod-*', 'CC-PROD-1', 'the case of letters counts'],
    ['cc-prod-*', 'cc-prod-a/b', 'a star stops at a slash'],
    ['a?b', 'a/b', 'a question mark is no slash'],
    ['a[!x]b', 'a/b', 'a negated set has no slash'],
    ['v[0-9]', 'v10', 'a set is one character'],
    ['{a,b}', 'ab', 'a group takes one of its patterns only'],
    ['v1', 'v1.0', 'the pattern is the whole tag'],
  ])('%s does not match %s: %s', (text, tag) => {
    expect(tagMatches(pattern(text), tag)).toBe(false);
  });

  test('of 256 characters is refused, and its beginning shown', () => {
    expect(parseTagPattern('a'.repeat(256))).toEqual({
      ok: false,
      error: `the tag pattern ${'a'.repeat(30)}… has 256 characters, but CodePipeline takes 255 at most: shorten it`,
    });
  });

  test.each([
    ['', 'a tag pattern is empty: name the tags, e.g. service-prod-*'],
    ['a{b', malformed('a{b', 'a { has no }')],
    ['a{b{c}}', malformed('a{b{c}}', 'groups in { } can not be nested')],
    ['a[b', malformed('a[b', 'a [ has no ]')],
    ['a[]', malformed('a[]', 'there is nothing between [ and ]')],
    ['a[!]', malformed('a[!]', 'there is nothing between [ and ]')],
    ['a[x/y]', malformed('a[x/y]', 'a slash can not stand between [ and ]')],
    ['a[z-a]', malformed('a[z-a]', 'the range z-a runs backwards')],
    ['a\\', malformed('a\\', 'nothing follows the backslash at its end')],
    ['a b', 'the tag pattern a b matches no name that Git allows for a tag: see git-check-ref-format'],
    ['*.lock', 'the tag pattern *.lock matches no name that Git allows for a tag: see git-check-ref-format'],
  ])('%j is refused', (text, error) => {
    expect(parseTagPattern(text)).toEqual({ ok: false, error });
  });

  test('of 255 characters is accepted', () => {
    expect(parseTagPattern('a'.repeat(255)).ok).toBe(true);
  });

  function malformed(text: string, clause: string): string {
    return `the tag pattern ${text} is malformed: ${clause}; a backslash takes a special character literally`;
  }
});

describe('two patterns', () => {
  test.each([
    ['cc-prod-*', 'cc-*', 'cc-prod-'],
    ['cc-*-beta', 'cc-prod-*', 'cc-prod-beta'],
    ['v[0-5]', 'v[5-9]', 'v5'],
    ['{a,b}-*', '*-{c,d}', 'a-c'],
    ['**', 'a/b', 'a/b'],
  ])('%s and %s have a shortest tag in common: %s', (one, other, tag) => {
    expect(commonTag(pattern(one), pattern(other))).toBe(tag);
  });

  test.each([
    ['cc-test-*', 'cc-prod-*'],
    ['v[0-4]', 'v[5-9]'],
    ['*', 'a/**'],
    ['a.*', 'a[!.]*'],
    ['*lock', 'a.[l]???'],
  ])('%s and %s have no tag in common', (one, other) => {
    expect(commonTag(pattern(one), pattern(other))).toBeUndefined();
  });

  test('one covers the other when it leaves none of its tags out', () => {
    expect(covers(pattern('cc-*'), pattern('cc-prod-*'))).toBe(true);
    expect(covers(pattern('cc-prod-*'), pattern('cc-*'))).toBe(false);
    expect(covers(pattern('{a,b}'), pattern('[ab]'))).toBe(true);
    expect(covers(pattern('?*'), pattern('*'))).toBe(true);
  });

  test('are compared in time that does not explode with their length', () => {
    const long = pattern(`*a${'?'.repeat(30)}`);

    expect(covers(long, long)).toBe(true);
    expect(commonTag(long, pattern(`*b${'?'.repeat(30)}`))).toBeUndefined();
    expect(commonTag(long, pattern(`b*${'?'.repeat(30)}`))).toBe(`ba${'a'.repeat(30)}`);
  });
});

describe('compared with a reader that tries all tags of five characters', () => {
  const LETTERS = ['a', 'b', '.', '/'];
  const TAGS = allTags(5);
  const piece = fc.constantFrom(
    'a',
    'b',
    '.',
    '/',
    '*',
    '**',
    '?',
    '[ab]',
    '[!a]',
    '[a-b.]',
    '{a,b}',
    '{a,}',
    '{b*,.a}',
  );
  const patternText = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
  const readable = patternText.filter((text) => parseTagPattern(text).ok);

  function allTags(length: number): string[] {
    const texts = [''];
    for (const text of texts) if (text.length < length) texts.push(...LETTERS.map((letter) => text + letter));
    return texts.filter(isTagName);
  }

  /** The pattern as a regular expression; the pieces above need no more than this. */
  function expression(text: string): RegExp {
    const source = text.replace(/\*\*|\[!|[*?.{},]/g, (part) => {
      if (part === '**') return '.*';
      if (part === '*') return '[^/]*';
      if (part === '?') return '[^/]';
      if (part === '[!') return '[^/';
      if (part === '.') return '\\.';
      return { '{': '(?:', '}': ')', ',': '|' }[part]!;
    });
    return new RegExp(`^(?:${source})$`);
  }

  function tagsOf(text: string): string[] {
    const matching = expression(text);
    return TAGS.filter((tag) => matching.test(tag));
  }

  test('a pattern matches the same tags', () => {
    fc.assert(
      fc.property(readable, (text) => {
        const parsed = pattern(text);

        expect(TAGS.filter((tag) => tagMatches(parsed, tag))).toEqual(tagsOf(text));
      }),
    );
  });

  test('two patterns have a common tag where it finds one, and the tag is common', () => {
    fc.assert(
      fc.property(readable, readable, (one, other) => {
        const found = commonTag(pattern(one), pattern(other));
        const common = tagsOf(one).filter((tag) => expression(other).test(tag));

        if (found === undefined) {
          expect(common).toEqual([]);
        } else {
          expect([isTagName(found), expression(one).test(found), expression(other).test(found)]).toEqual([
            true,
            true,
            true,
          ]);
          expect(common.every((tag) => tag.length >= found.length)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a pattern covers another where it finds no tag outside', () => {
    fc.assert(
      fc.property(readable, readable, (one, other) => {
        const outside = tagsOf(other).filter((tag) => !expression(one).test(tag));

        if (covers(pattern(one), pattern(other))) {
          expect(outside).toEqual([]);
        } else if (commonTag(pattern(one), pattern(other)) === undefined) {
          expect(tagsOf(other)).toEqual(outside);
        }
      }),
      { numRuns: 500 },
    );
  });
});
