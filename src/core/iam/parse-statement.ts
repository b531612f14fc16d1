import { parseConditions } from './parse-conditions';
import { parseActions, parsePrincipals, parseResources } from './parse-elements';
import type { Statement } from './policy';
import { Bounds, exactly, isExact } from './policy-bounds';
import { isObject, JsonObject, PolicyItem, PolicyReader } from './policy-reader';
import { suggestionFor } from './suggestion';
import { knownText } from './text-matching';

type Effect = Statement['effect'];

/** What a statement matches, apart from its effect. */
type Scope = Omit<Statement, 'name' | 'place' | 'effect' | 'isUncertain'>;

const EFFECTS: readonly Effect[] = ['Allow', 'Deny'];

const MEMBERS = [
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'NotPrincipal',
  'Condition',
];

const ANYTHING: Scope = { actions: { not: false, patterns: ['*'] }, conditions: [] };

/** Where a statement stands: its place for people, and its number from 1. */
export interface StatementPosition {
  readonly place: string;
  readonly number: number;
}

/**
 * The statement as one, or where it isn't known exactly as two: what it certainly matches and what it may match. A
 * statement that can't be understood may allow anything and may deny anything.
 */
export function parseStatement(reader: PolicyReader, item: PolicyItem, position: StatementPosition): Statement[] {
  const { value, isCertain } = item;
  if (!isObject(value)) {
    reader.report(
      position.place,
      value,
      'a statement is an object',
      'write a statement with Effect, Action and Resource',
    );
    return statementNotUnderstood(position);
  }
  const effects = effectsOf(reader, value.Effect, `${position.place}.Effect`);
  const scope = scopeOf(reader, value, position.place);
  const name = nameOf(reader, value.Sid) ?? `statement ${position.number}`;
  return effects.flatMap((effect) => {
    const head = { name, place: position.place, effect };
    if (isCertain && effects.length === 1 && isExact(scope)) return [{ ...head, ...scope.possible }];
    const perhaps = { ...head, ...scope.possible, isUncertain: true };
    return isCertain && effects.length === 1 && scope.certain ? [{ ...head, ...scope.certain }, perhaps] : [perhaps];
  });
}

export function statementNotUnderstood({ place, number }: StatementPosition): Statement[] {
  return EFFECTS.map((effect) => ({ name: `statement ${number}`, place, effect, ...ANYTHING, isUncertain: true }));
}

function nameOf(reader: PolicyReader, sid: unknown): string | undefined {
  if (sid === undefined) return undefined;
  const [text, ...more] = reader.texts(sid)?.alternatives ?? [];
  return text && more.length === 0 ? knownText(text) : undefined;
}

/** One effect, or both where it isn't known which. */
function effectsOf(reader: PolicyReader, value: unknown, place: string): readonly Effect[] {
  const choices = reader.choices(value);
  const effects = EFFECTS.filter((effect) => choices.some((choice) => choice.value === effect));
  if (choices.length > 0 && choices.every((choice) => EFFECTS.some((effect) => choice.value === effect))) {
    return effects;
  }
  reader.report(place, value, 'an effect is "Allow" or "Deny"', 'write one of the two as a literal text');
  return EFFECTS;
}

function scopeOf(reader: PolicyReader, statement: JsonObject, place: string): Bounds<Scope> {
  const elements = {
    actions: element(reader, statement, place, 'Action', parseActions),
    resources: element(reader, statement, place, 'Resource', parseResources),
    principals: element(reader, statement, place, 'Principal', parsePrincipals),
    conditions: parseConditions(reader, statement.Condition, `${place}.Condition`),
  };
  const isWhole = reportGaps(reader, statement, place, elements);
  const bounds: Bounds<unknown>[] = Object.values(elements).filter((each) => each !== undefined);
  const possible = sideOf(elements, 'possible');
  if (isWhole && bounds.every(isExact)) return exactly(possible);
  const hasCertainty = isWhole && bounds.every(({ certain }) => certain !== undefined);
  return { certain: hasCertainty ? sideOf(elements, 'certain') : undefined, possible };
}

type Elements = { readonly [Name in keyof Scope]?: Bounds<NonNullable<Scope[Name]>> };

function sideOf({ actions, resources, principals, conditions }: Elements, side: 'certain' | 'possible'): Scope {
  return {
    actions: actions?.[side] ?? ANYTHING.actions,
    ...(resources && { resources: resources[side] }),
    ...(principals && { principals: principals[side] }),
    conditions: conditions?.[side] ?? [],
  };
}

/** An element or its opposite, `Action` or `NotAction`; nothing where the statement has neither. */
function element<Element>(
  reader: PolicyReader,
  statement: JsonObject,
  place: string,
  name: 'Action' | 'Resource' | 'Principal',
  parse: (reader: PolicyReader, value: unknown, not: boolean, place: string) => Bounds<Element>,
): Bounds<Element> | undefined {
  const [positive, negative] = [name, `Not${name}`].map((each) => ({ name: each, value: statement[each] }));
  const [isPositive, isNegative] = [positive, negative].map(({ value }) => reader.choices(value).length > 0);
  if (isPositive && isNegative) {
    const reason = `the statement has both ${name} and Not${name}, and IAM refuses it`;
    reader.report(`${place}.Not${name}`, negative.value, reason, 'keep one of the two');
    return { possible: parse(reader, '*', false, place).possible };
  }
  if (!isPositive && !isNegative) return undefined;
  const given = isPositive ? positive : negative;
  return parse(reader, given.value, isNegative, `${place}.${given.name}`);
}

/** Whether a statement has what it must have, and nothing that IAM doesn't know. */
function reportGaps(reader: PolicyReader, statement: JsonObject, place: string, elements: Elements): boolean {
  const before = reader.problems.length;
  if (!elements.actions) reader.report(place, statement, 'it names no action', 'add Action or NotAction');
  if (!elements.resources && !elements.principals) {
    reader.report(place, statement, 'it names neither resource nor principal', 'add Resource, for example "*"');
  }
  for (const name of Object.keys(statement).filter((each) => !MEMBERS.includes(each))) {
    const reason = `a statement has no element ${name}, and IAM refuses it`;
    reader.report(`${place}.${name}`, statement[name], reason, remedyFor(name));
  }
  return reader.problems.length === before;
}

function remedyFor(name: string): string {
  const suggestion = suggestionFor(name, MEMBERS);
  return suggestion === undefined ? 'leave it out' : `did you mean "${suggestion}"?`;
}
