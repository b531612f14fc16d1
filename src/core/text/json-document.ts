import { failure, Result, success } from '../result';

/** A place in a text; both count from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

export interface JsonObject {
  readonly kind: 'object';
  readonly at: TextPosition;
  /** In the order of the text; a name may stand twice. */
  readonly entries: readonly JsonEntry[];
}

export interface JsonEntry {
  readonly name: string;
  readonly at: TextPosition;
  readonly node: JsonNode;
}

export interface JsonList {
  readonly kind: 'list';
  readonly at: TextPosition;
  readonly items: readonly JsonNode[];
}

export interface JsonScalar {
  readonly kind: 'scalar';
  readonly at: TextPosition;
  readonly value: string | number | boolean | null;
}

/** A JSON value that knows where it stands. */
export type JsonNode = JsonObject | JsonList | JsonScalar;

/** Why a text is not JSON. */
export interface JsonMistake {
  readonly at: TextPosition;
  /** The word or the character at that place; nothing at the end of the text. */
  readonly found?: string;
  readonly reason: string;
  readonly remedy: string;
}

/** Reads JSON (RFC 8259, with or without byte order mark) and keeps positions, which `JSON.parse` does not. */
export function parseJson(text: string): Result<JsonNode, JsonMistake> {
  try {
    return success(new JsonReader(text).document());
  } catch (error) {
    if (error instanceof Mistake) return failure(error.detail);
    throw error;
  }
}

/** The value without positions; of a name that stands twice the last value wins, as in `JSON.parse`. */
export function plainValue(node: JsonNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainValue);
  return Object.fromEntries(node.entries.map(({ name, node: value }) => [name, plainValue(value)]));
}

const BYTE_ORDER_MARK = '\uFEFF';
const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\d.a-zA-Z])/y;
const WORD = /(?:true|false|null)(?!\w)/y;

/** Leaves the recursive descent at the first place that is not JSON; never leaves this file. */
class Mistake extends Error {
  constructor(readonly detail: JsonMistake) {
    super(detail.reason);
  }
}

class JsonReader {
  private offset: number;
  private line = 1;
  private lineStart: number;

  constructor(private readonly text: string) {
    this.offset = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    this.lineStart = this.offset;
  }

  document(): JsonNode {
    const node = this.value();
    this.skipSpace();
    if (this.offset < this.text.length) throw this.mistake('a JSON document ends here', 'remove what follows');
    return node;
  }

  private value(): JsonNode {
    this.skipSpace();
    const at = this.position();
    if (this.take('{')) return { kind: 'object', at, entries: this.sequence('}', () => this.entry()) };
    if (this.take('[')) return { kind: 'list', at, items: this.sequence(']', () => this.value()) };
    const scalar = this.match(STRING) ?? this.match(NUMBER) ?? this.match(WORD);
    if (scalar === undefined) throw this.notAValue();
    return { kind: 'scalar', at, value: JSON.parse(scalar) as JsonScalar['value'] };
  }

  private entry(): JsonEntry {
    this.skipSpace();
    const at = this.position();
    const name = this.match(STRING);
    if (name === undefined) throw this.mistake('a key in double quotes is expected', 'write the key in double quotes');
    this.skipSpace();
    if (!this.take(':')) throw this.mistake('a colon follows a key', 'put a colon between key and value');
    return { name: JSON.parse(name) as string, at, node: this.value() };
  }

  /** The members of an object or a list whose opening bracket has been taken. */
  private sequence<Member>(end: '}' | ']', member: () => Member): Member[] {
    const members: Member[] = [];
    this.skipSpace();
    if (this.take(end)) return members;
    for (;;) {
      members.push(member());
      this.skipSpace();
      if (this.take(end)) return members;
      if (!this.take(',')) {
        throw this.mistake(`"," or "${end}" is expected`, 'put the missing comma or bracket before it');
      }
      this.skipSpace();
      if (this.text[this.offset] === end) {
        throw this.mistake('a comma announces another entry', 'remove the comma before it');
      }
    }
  }

  private notAValue(): Mistake {
    const rest = this.text.slice(this.offset);
    if (rest.startsWith('"')) {
      return this.mistake(
        'the text has no closing quote, or an unknown escape or line break in it',
        'write it as JSON',
      );
    }
    if (/^-?0\d/.test(rest)) {
      return this.mistake('a number does not begin with zero', 'write an identifier in double quotes');
    }
    return this.mistake(
      'a value is expected',
      'write an object, a list, a text in double quotes, a number, true or false',
    );
  }

  private mistake(reason: string, remedy: string): Mistake {
    const found = /^(?:\w+|\S)/u.exec(this.text.slice(this.offset))?.[0];
    const comment = this.text.startsWith('//', this.offset) || this.text.startsWith('/*', this.offset);
    return new Mistake({
      at: this.position(),
      found,
      reason: comment ? 'JSON has no comments' : reason,
      remedy: comment ? 'remove the comment' : remedy,
    });
  }

  private take(character: string): boolean {
    if (this.text[this.offset] !== character) return false;
    this.offset += 1;
    return true;
  }

  private skipSpace(): void {
    this.match(SPACE);
  }

  private match(expression: RegExp): string | undefined {
    expression.lastIndex = this.offset;
    const found = expression.exec(this.text)?.[0];
    this.offset += found?.length ?? 0;
    return found;
  }

  private position(): TextPosition {
    for (;;) {
      const lineEnd = this.text.indexOf('\n', this.lineStart);
      if (lineEnd === -1 || lineEnd >= this.offset) break;
      this.line += 1;
      this.lineStart = lineEnd + 1;
    }
    return { line: this.line, column: this.offset - this.lineStart + 1 };
  }
}
