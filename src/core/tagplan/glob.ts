import { letter, LetterRange, LetterSet, lettersOf, without } from './letter-set';

/** A part of a pattern: one character of a set, any number of them, or one of several sequences. */
export type GlobPart =
  | { readonly kind: 'one'; readonly letters: LetterSet }
  | { readonly kind: 'many'; readonly letters: LetterSet }
  | { readonly kind: 'choice'; readonly choices: readonly Glob[] };

export type Glob = readonly GlobPart[];

/** What is wrong with the text of a pattern: a clause that goes on from "the pattern … is malformed:". */
export class GlobMistake extends Error {}

const ANY: LetterSet = without([]);
const ANY_IN_COMPONENT = without(lettersOf('/'));

/**
 * Reads a glob pattern as CodePipeline's filters take it
 * (https://docs.aws.amazon.com/codepipeline/latest/userguide/syntax-glob.html).
 */
export class GlobReader {
  private readonly characters: readonly string[];
  private position = 0;

  constructor(text: string) {
    this.characters = [...text];
  }

  /** @throws GlobMistake */
  read(): Glob {
    return this.sequence(false);
  }

  private get next(): string | undefined {
    return this.characters[this.position];
  }

  private take(): string {
    return this.characters[this.position++];
  }

  private sequence(inGroup: boolean): Glob {
    const parts: GlobPart[] = [];
    while (this.next !== undefined && !(inGroup && (this.next === ',' || this.next === '}'))) {
      parts.push(this.part(inGroup));
    }
    return parts;
  }

  private part(inGroup: boolean): GlobPart {
    const character = this.take();
    switch (character) {
      case '*':
        return this.stars();
      case '?':
        return { kind: 'one', letters: ANY_IN_COMPONENT };
      case '\\':
        if (this.next === undefined) throw new GlobMistake('nothing follows the backslash at its end');
        return { kind: 'one', letters: lettersOf(this.take()) };
      case '[':
        return { kind: 'one', letters: this.bracket() };
      case '{':
        if (inGroup) throw new GlobMistake('groups in { } can not be nested');
        return { kind: 'choice', choices: this.choices() };
      default:
        return { kind: 'one', letters: lettersOf(character) };
    }
  }

  private stars(): GlobPart {
    if (this.next !== '*') return { kind: 'many', letters: ANY_IN_COMPONENT };
    this.take();
    return { kind: 'many', letters: ANY };
  }

  private choices(): Glob[] {
    const choices = [this.sequence(true)];
    while (this.next === ',') {
      this.take();
      choices.push(this.sequence(true));
    }
    if (this.next === undefined) throw new GlobMistake('a { has no }');
    this.take();
    return choices;
  }

  /** The set between brackets; only `!` as the first, `-` between two characters, and `]` mean more than themselves. */
  private bracket(): LetterSet {
    const isNegated = this.next === '!';
    if (isNegated) this.take();
    const ranges: LetterRange[] = [];
    while (this.next !== ']') {
      if (this.next === undefined) throw new GlobMistake('a [ has no ]');
      ranges.push(this.range());
    }
    this.take();
    if (ranges.length === 0) throw new GlobMistake('there is nothing between [ and ]');
    // No set matches a slash, whatever it lists or leaves out.
    return isNegated ? without([...ranges, ...lettersOf('/')]) : ranges;
  }

  private range(): LetterRange {
    const first = this.take();
    const isRange = this.next === '-' && ![undefined, ']'].includes(this.characters[this.position + 1]);
    if (isRange) this.take();
    const last = isRange ? this.take() : first;
    if (first === '/' || last === '/') throw new GlobMistake('a slash can not stand between [ and ]');
    if (letter(last) < letter(first)) throw new GlobMistake(`the range ${first}-${last} runs backwards`);
    return { from: letter(first), to: letter(last) };
  }
}
