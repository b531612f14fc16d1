const BYTE_ORDER_MARK = '\ufeff';

/** Bytes of a character of several: the first one is at least this, those after it are less. */
const FIRST_OF_SEVERAL = 0xc0;
const AFTER_ASCII = 0x80;

export interface DecodedText {
  readonly text: string;
  /** Position in the whole, counted from 1, of the first byte that is not UTF-8; the text ends before it. */
  readonly invalidByte?: number;
}

/**
 * Decodes UTF-8 from pieces of any size, a byte order mark at the very beginning left out. Strict; a decoder that only
 * says that a piece is wrong would take the valid text before the wrong byte with it.
 */
export class Utf8Decoder {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  /** Bytes of a character whose rest comes with the next piece. */
  private begun: Uint8Array = new Uint8Array(0);
  private bytesDecoded = 0;

  public read(bytes: Uint8Array): DecodedText {
    const all = joined(this.begun, bytes);
    const end = endOfWholeCharacters(all, all.length);
    const text = this.decode(all, end);
    if (text === undefined) return this.validPart(all);
    this.begun = all.slice(end);
    return { text: this.advance(text, end) };
  }

  public end(): DecodedText {
    return this.begun.length === 0 ? { text: '' } : { text: '', invalidByte: this.bytesDecoded + 1 };
  }

  private advance(text: string, bytes: number): string {
    const isBeginning = this.bytesDecoded === 0;
    this.bytesDecoded += bytes;
    return isBeginning && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  }

  private decode(bytes: Uint8Array, end: number): string | undefined {
    try {
      return this.decoder.decode(bytes.subarray(0, end));
    } catch {
      return undefined;
    }
  }

  /** Halves the way to the wrong byte: whatever ends before it can be decoded. */
  private validPart(bytes: Uint8Array): DecodedText {
    let valid = 0;
    let invalid = bytes.length;
    while (invalid - valid > 1) {
      const middle = Math.floor((valid + invalid) / 2);
      if (this.decode(bytes, endOfWholeCharacters(bytes, middle)) === undefined) invalid = middle;
      else valid = middle;
    }
    const end = endOfWholeCharacters(bytes, valid);
    const text = this.advance(this.decode(bytes, end) ?? '', end);
    return { text, invalidByte: this.bytesDecoded + 1 };
  }
}

/** Where the last character that lies wholly before `end` ends; bytes that are no UTF-8 count as whole. */
function endOfWholeCharacters(bytes: Uint8Array, end: number): number {
  for (let start = end - 1; start >= 0 && start >= end - 3; start -= 1) {
    const byte = bytes[start];
    if (byte < AFTER_ASCII) return end;
    if (byte >= FIRST_OF_SEVERAL) return start + lengthOf(byte) > end ? start : end;
  }
  return end;
}

function lengthOf(firstByte: number): number {
  if (firstByte >= 0xf0) return 4;
  return firstByte >= 0xe0 ? 3 : 2;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
