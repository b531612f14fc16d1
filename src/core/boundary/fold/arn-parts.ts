import type { PartialText, TextPart } from '../../iam/partial-text';

/** An ARN by its parts, each known as far as the ARN is. */
export interface ArnParts {
  readonly partition: PartialText;
  readonly service: PartialText;
  readonly region: PartialText;
  readonly account: PartialText;
  readonly resource: PartialText;
}

const COLONS = 5;

/** Nothing where what is known doesn't tell the parts apart. */
export function arnParts(arn: PartialText): ArnParts | undefined {
  const parts: TextPart[][] = [[]];
  for (const part of arn) {
    if (typeof part !== 'string') {
      parts[parts.length - 1].push(part);
      continue;
    }
    const pieces = part.split(':');
    const separate = pieces.slice(0, COLONS + 1 - parts.length);
    const rest = pieces.slice(separate.length);
    const [first, ...others] = parts.length > COLONS ? [part] : withRest(separate, rest);
    append(parts[parts.length - 1], first);
    for (const piece of others) parts.push(piece === '' ? [] : [piece]);
  }
  const [scheme, partition, service, region, account, resource] = parts;
  if (parts.length !== COLONS + 1 || scheme.length !== 1 || scheme[0] !== 'arn') return undefined;
  return { partition, service, region, account, resource };
}

/** What stands behind the fifth colon belongs together, colons and all. */
function withRest(separate: readonly string[], rest: readonly string[]): string[] {
  return rest.length === 0 ? [...separate] : [...separate, rest.join(':')];
}

/** Neighbouring literals become one. */
function append(parts: TextPart[], text: string): void {
  const last = parts[parts.length - 1];
  if (typeof last === 'string') parts[parts.length - 1] = `${last}${text}`;
  else if (text !== '') parts.push(text);
}

/** How a text certainly begins, up to the first wildcard, policy variable or unknown part; and whether that is all. */
export function certainBeginning(text: PartialText): { readonly beginning: string; readonly isAll: boolean } {
  const [first = '', ...others] = text;
  if (typeof first !== 'string') return { beginning: '', isAll: false };
  const [beginning] = first.split(/[*?]|\$\{/, 1);
  return { beginning, isAll: others.length === 0 && beginning === first };
}
