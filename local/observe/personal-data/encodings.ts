/** How a text stands inside another one. */
export type Encoding = 'escaped text' | 'URL encoding' | 'base64';

export interface View {
  readonly text: string;
  /** Encodings around the text, outermost first; none for the text itself. */
  readonly encodings: readonly Encoding[];
}

/** A message in a log line in an event is three deep; nothing that anybody logs by mistake is much deeper. */
const MAXIMUM_DEPTH = 4;
/** Shorter runs are words; the shortest personal data, a number of nine digits, has twelve. */
const BASE64_RUN = /[\w+/-]{12,}={0,2}/g;

/** A text, and what can be read in it when its encodings are undone, in every order. */
export function* viewsOf(text: string, encodings: readonly Encoding[] = []): Generator<View> {
  yield { text, encodings };
  if (encodings.length === MAXIMUM_DEPTH) return;
  for (const [encoding, inner] of decoded(text)) yield* viewsOf(inner, [...encodings, encoding]);
}

function* decoded(text: string): Generator<readonly [Encoding, string]> {
  if (text.includes('\\')) yield ['escaped text', unescaped(text)];
  if (/%[0-9a-f]{2}|=[^\s&]*\+/i.test(text)) yield ['URL encoding', urlDecoded(text)];
  for (const [run] of text.matchAll(BASE64_RUN)) {
    const inner = base64Decoded(run);
    if (inner !== undefined) yield ['base64', inner];
  }
}

/** Undoes one level of escaping, as in JSON and in source text. */
function unescaped(text: string): string {
  const controls: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: ' ', f: ' ' };
  return text.replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(.))/gi, (_, unicode, byte, character) =>
    character === undefined
      ? String.fromCharCode(parseInt(unicode ?? byte, 16))
      : (controls[character as string] ?? character),
  );
}

function urlDecoded(text: string): string {
  return text.replaceAll('+', ' ').replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    return Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8');
  });
}

/** Nothing where the bytes are no text: most long words are no base64. */
function base64Decoded(run: string): string | undefined {
  const bytes = Buffer.from(run, 'base64');
  const text = bytes.toString('utf8');
  const isText = !/[\p{Cc}\ufffd]/u.test(text.replace(/[\t\r\n]/g, ''));
  return isText ? text : undefined;
}
