import { choicesOf, intrinsicOf, isNoValue, MOST_ALTERNATIVES } from './intrinsic-function';
import { IntrinsicScope, unknownValue } from './intrinsic-scope';
import { itemsOfMapping } from './mapping';
import { nameOfValue } from './name-of-value';
import type { PartialText } from './partial-text';
import { KnownList, splitText } from './split-text';
import { concatenated, replaceBracketed, sizeOf } from './text-building';
import { knownText, literalText } from './text-matching';

/** One of the values that a part of a template can have; nothing for `AWS::NoValue`. */
export type Alternative = PartialText | undefined;

/** Intrinsic functions within each other; nothing that a person writes or the CDK makes comes near. */
const DEEPEST_NESTING = 40;

/** `Fn::Sub` within `Fn::Sub` could else make a text that no memory holds. No policy of AWS may be longer. */
const LARGEST_TEXT = 65_536;

const SUBSTITUTION = /\$\{([^{}]*)\}/;

/** Reads the texts that values of one template can have. */
export class IntrinsicReader {
  private depth = 0;

  constructor(private readonly scope: IntrinsicScope) {}

  read(value: unknown): Alternative[] {
    return this.texts(value).map((text) => text && this.withoutDynamicReferences(text));
  }

  /** What `{{resolve:…}}` stands for only the deployment knows. */
  private withoutDynamicReferences(text: PartialText): PartialText {
    return replaceBracketed(
      text,
      { open: '{{resolve:', close: '}}' },
      (reference) => unknownValue(`{{resolve:${reference}}}`, this.scope)[0],
    );
  }

  private texts(value: unknown): Alternative[] {
    if (typeof value === 'string') return [literalText(value)];
    if (typeof value === 'number' || typeof value === 'boolean') return [literalText(String(value))];
    const [name, argument] = intrinsicOf(value) ?? [];
    if (name === undefined || this.depth === DEEPEST_NESTING) return [this.unknown(value)];
    this.depth += 1;
    const alternatives = this.ofFunction(name, argument, value);
    this.depth -= 1;
    return alternatives && alternatives.length <= MOST_ALTERNATIVES ? alternatives : [this.unknown(value)];
  }

  private unknown(value: unknown): PartialText {
    return unknownValue(nameOfValue(value, LARGEST_TEXT), this.scope);
  }

  /** Nothing where it can't be computed. */
  private ofFunction(name: string, argument: unknown, value: unknown): Alternative[] | undefined {
    switch (name) {
      case 'Ref':
        return isNoValue(value) ? [undefined] : this.reference(argument);
      case 'Fn::GetAtt':
        return this.attribute(argument);
      case 'Fn::Sub':
        return this.substitution(argument);
      case 'Fn::Join':
        return this.joined(argument);
      case 'Fn::Select':
        return this.selected(argument);
      case 'Fn::FindInMap':
        return this.mapped(argument);
      case 'Fn::If':
        return this.chosen(value);
      default:
        return undefined;
    }
  }

  private chosen(value: unknown): Alternative[] | undefined {
    const choices = choicesOf(value, this.scope.conditions);
    return choices.includes(value) ? undefined : choices.flatMap((choice) => this.texts(choice));
  }

  private reference(name: unknown): PartialText[] | undefined {
    if (typeof name !== 'string') return undefined;
    const given = this.givenValue(name);
    if (typeof given === 'string') return [literalText(given)];
    if (given) return isList(given) ? undefined : [given];
    return [this.scope.resolve?.(name) ?? unknownValue(name, this.scope)];
  }

  private givenValue(name: string): string | PartialText | readonly PartialText[] | undefined {
    const { values = {} } = this.scope;
    return Object.hasOwn(values, name) ? values[name] : undefined;
  }

  private attribute(argument: unknown): PartialText[] | undefined {
    const path = typeof argument === 'string' ? argument.split('.') : argument;
    if (!Array.isArray(path) || path.length < 2 || !path.every((step) => typeof step === 'string')) return undefined;
    const [logicalId, ...attribute] = path;
    const name = attribute.join('.');
    return [this.scope.resolve?.(logicalId, name) ?? unknownValue(`${logicalId}.${name}`, this.scope)];
  }

  private substitution(argument: unknown): Alternative[] | undefined {
    const [template, values] = Array.isArray(argument) ? argument : [argument, {}];
    if (typeof template !== 'string' || typeof values !== 'object' || values === null) return undefined;
    const read = new Map(Object.entries(values).map(([name, value]) => [name, this.texts(value)]));
    const pieces = template.split(SUBSTITUTION).map((piece, index): Alternative[] => {
      if (index % 2 === 0) return [literalText(piece)];
      if (piece.startsWith('!')) return [literalText(`\${${piece.slice(1)}}`)];
      const given = read.get(piece) ?? (piece.includes('.') ? this.attribute(piece) : this.reference(piece));
      return given ?? [this.unknown({ Ref: piece })];
    });
    return this.combined(pieces, []);
  }

  private joined(argument: unknown): Alternative[] | undefined {
    if (!Array.isArray(argument) || argument.length !== 2 || typeof argument[0] !== 'string') return undefined;
    const [delimiter, items] = argument;
    const between = literalText(delimiter);
    if (Array.isArray(items)) {
      return this.combined(
        items.map((item) => this.texts(item)),
        between,
      );
    }
    const lists = this.lists(items);
    if (!lists?.every(({ isComplete }) => isComplete)) return undefined;
    return lists.map((list) => join(list.items, between));
  }

  /** All ways to choose one alternative of each item; items without value are left out. */
  private combined(items: readonly Alternative[][], between: PartialText): PartialText[] | undefined {
    let chosen: PartialText[][] = [[]];
    let size = 0;
    for (const alternatives of items) {
      size += Math.max(0, ...alternatives.map((text) => sizeOf(text ?? [])));
      if (chosen.length * alternatives.length > MOST_ALTERNATIVES || size > LARGEST_TEXT) return undefined;
      if (alternatives.length === 1) {
        for (const texts of chosen) if (alternatives[0]) texts.push(alternatives[0]);
      } else {
        chosen = chosen.flatMap((texts) => alternatives.map((text) => (text ? [...texts, text] : texts.slice())));
      }
    }
    return chosen.map((texts) => join(texts, between));
  }

  private selected(argument: unknown): Alternative[] | undefined {
    if (!Array.isArray(argument) || argument.length !== 2) return undefined;
    const [index, list] = argument;
    const positions = this.texts(index).map((text) => text && knownText(text));
    const position = positions.length === 1 && /^\d+$/.test(positions[0] ?? '') ? Number(positions[0]) : undefined;
    if (position === undefined) return undefined;
    if (Array.isArray(list)) return position < list.length ? this.texts(list[position]) : undefined;
    const items = this.lists(list)?.map((each) => each.items[position] as PartialText | undefined);
    return items?.every((item) => item !== undefined) ? items : undefined;
  }

  /** What a value that stands for a list can be; nothing where that isn't known. */
  private lists(value: unknown): KnownList[] | undefined {
    const [name, argument] = intrinsicOf(value) ?? [];
    if (name === 'Ref' && typeof argument === 'string') {
      const given = this.givenValue(argument);
      return given !== undefined && isList(given) ? [{ items: given, isComplete: true }] : undefined;
    }
    if (name !== 'Fn::Split' || !Array.isArray(argument) || argument.length !== 2) return undefined;
    const [delimiter, source] = argument;
    if (typeof delimiter !== 'string' || delimiter === '') return undefined;
    return this.texts(source).flatMap((text) => (text ? [splitText(text, delimiter)] : []));
  }

  private mapped(argument: unknown): Alternative[] | undefined {
    if (!Array.isArray(argument) || argument.length < 3) return undefined;
    const [map, topKey, secondKey] = argument.slice(0, 3).map((key) => this.keysOf(key));
    return itemsOfMapping(this.scope.mappings, map, topKey, secondKey)?.map((item) => literalText(String(item)));
  }

  /** The keys that a step of a mapping can be; nothing for any. */
  private keysOf(value: unknown): readonly string[] | undefined {
    const keys = this.texts(value).map((text) => text && knownText(text));
    return keys.every((key) => key !== undefined) ? keys : undefined;
  }
}

function join(texts: readonly PartialText[], between: PartialText): PartialText {
  return concatenated(...texts.flatMap((text, index) => (index === 0 ? [text] : [between, text])));
}

/** A list of texts has lists as items, a text has parts. */
function isList(value: string | PartialText | readonly PartialText[]): value is readonly PartialText[] {
  return typeof value !== 'string' && value.length > 0 && value.every((item) => Array.isArray(item));
}
