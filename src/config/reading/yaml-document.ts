import { isMap, isScalar, isSeq, LineCounter, Node, parseDocument } from 'yaml';
import { failure, Result, success } from '../../core/result';
import { JsonEntry, JsonMistake, JsonNode, JsonScalar, TextPosition } from '../../core/text/json-document';

/** Reads YAML 1.2 that says no more than JSON can, and keeps positions. */
export function parseYaml(text: string): Result<JsonNode, JsonMistake> {
  const lines = new LineCounter();
  // Keys that stand twice are reported where objects are read, as in JSON.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const reason = `the file is no YAML: ${error.message}`;
    return failure({ at: positionAt(lines, error.pos[0]), found: text[error.pos[0]], reason, remedy: 'correct it' });
  }
  try {
    return success(nodeOf(document.contents, lines));
  } catch (mistake) {
    if (mistake instanceof Mistake) return failure(mistake.detail);
    throw mistake;
  }
}

/** Leaves the recursion at the first thing that JSON has not; never leaves this file. */
class Mistake extends Error {
  constructor(readonly detail: JsonMistake) {
    super(detail.reason);
  }
}

function nodeOf(node: unknown, lines: LineCounter): JsonNode {
  const at = positionAt(lines, (node as Node | null)?.range?.[0] ?? 0);
  if (node === null) return { kind: 'scalar', at, value: null };
  if (isSeq(node)) return { kind: 'list', at, items: node.items.map((item) => nodeOf(item, lines)) };
  if (isMap(node)) {
    return { kind: 'object', at, entries: node.items.map(({ key, value }) => entryOf(key, value, lines)) };
  }
  if (isScalar(node)) return { kind: 'scalar', at, value: node.value as JsonScalar['value'] };
  throw new Mistake({ at, found: '*', reason: 'references are not read here', remedy: 'write the value out' });
}

function entryOf(key: unknown, value: unknown, lines: LineCounter): JsonEntry {
  const name = nodeOf(key, lines);
  if (name.kind === 'scalar') return { name: String(name.value), at: name.at, node: nodeOf(value, lines) };
  throw new Mistake({ at: name.at, reason: 'a key is a single word here', remedy: 'write a word before the colon' });
}

function positionAt(lines: LineCounter, offset: number): TextPosition {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}
