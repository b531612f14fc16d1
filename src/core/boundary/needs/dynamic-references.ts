import { intrinsicOf } from '../../iam/intrinsic-function';
import type { IntrinsicScope } from '../../iam/intrinsic-scope';
import { textsOf } from '../../iam/intrinsic-text';
import type { PartialText, TextPart } from '../../iam/partial-text';
import { concatenated } from '../../iam/text-building';
import { JsonRecord, memberOf, walk } from '../templates/json-values';

/** `{{resolve:secretsmanager:MySecret:SecretString:password}}`. */
export interface DynamicReference {
  /** `ssm`, `ssm-secure`, `secretsmanager`, or what else stands there. */
  readonly service: string;
  /** What follows the service. */
  readonly reference: PartialText;
}

const OPEN = '{{resolve:';
const CLOSE = '}}';

/** Texts are read with the brackets taken for ordinary text: what is in them matters here. */
const MARK = '\uE000resolve:';

/** All dynamic references in a value, also those that `Fn::Join` and `Fn::Sub` put together. */
export function dynamicReferencesIn(value: unknown, scope: IntrinsicScope): DynamicReference[] {
  const found = new Map<string, DynamicReference>();
  walk(value, (inner) => {
    const built = typeof inner === 'string' ? inner : builtText(inner);
    if (built === undefined) return true;
    if (!holdsReference(built)) return true;
    for (const text of textsOf(marked(built), scope)) {
      for (const reference of referencesOf(text)) found.set(JSON.stringify(reference), reference);
    }
    return false;
  });
  return [...found.values()];
}

/** A function that builds a text of several parts; its parts are of no use one by one. */
function builtText(value: JsonRecord): JsonRecord | undefined {
  const [name] = intrinsicOf(value) ?? [];
  return name === 'Fn::Join' || name === 'Fn::Sub' ? value : undefined;
}

/** The texts of which a value consists: literals, items that are joined, the template of a substitution. */
function literalsOf(value: string | JsonRecord): readonly unknown[] {
  if (typeof value === 'string') return [value];
  const joined = memberOf(value, 'Fn::Join');
  if (Array.isArray(joined)) return Array.isArray(joined[1]) ? joined[1] : [];
  const template = memberOf(value, 'Fn::Sub');
  return Array.isArray(template) ? template.slice(0, 1) : [template];
}

function holdsReference(value: string | JsonRecord): boolean {
  return literalsOf(value).some((literal) => typeof literal === 'string' && literal.includes(OPEN));
}

function marked(value: string | JsonRecord): unknown {
  const mark = (literal: unknown) => (typeof literal === 'string' ? literal.replaceAll(OPEN, MARK) : literal);
  if (typeof value === 'string') return mark(value);
  const joined = memberOf(value, 'Fn::Join');
  if (Array.isArray(joined) && Array.isArray(joined[1])) return { 'Fn::Join': [joined[0], joined[1].map(mark)] };
  const template = memberOf(value, 'Fn::Sub');
  return { 'Fn::Sub': Array.isArray(template) ? [mark(template[0]), ...template.slice(1)] : mark(template) };
}

function referencesOf(text: PartialText): DynamicReference[] {
  const references: DynamicReference[] = [];
  let open: TextPart[] | undefined;
  for (const part of text) {
    if (typeof part !== 'string') {
      open?.push(part);
      continue;
    }
    // Before the first mark there is the rest of a reference that began in an earlier part, if any.
    part.split(MARK).forEach((piece, index) => {
      if (index > 0) open = [];
      if (!open) return;
      const end = piece.indexOf(CLOSE);
      open.push(end < 0 ? piece : piece.slice(0, end));
      if (end < 0) return;
      references.push(referenceOf(concatenated(open)));
      open = undefined;
    });
  }
  return references;
}

function referenceOf(text: PartialText): DynamicReference {
  const [first, ...rest] = text;
  const literal = typeof first === 'string' ? first : '';
  const colon = literal.indexOf(':');
  return {
    service: colon < 0 ? literal : literal.slice(0, colon),
    reference: concatenated([literal.slice(colon + 1)], typeof first === 'string' ? rest : text),
  };
}
