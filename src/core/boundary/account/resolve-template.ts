import { resourceIdentity } from './resource-identity';
import type { ResourceIdentity } from './resource-identity';
import { fieldsOf, isFields, listOf, pseudoParameters } from './template-values';
import type { Fields, TemplateValues } from './template-values';

/** A resource of a template as it is deployed. */
export interface ResolvedResource {
  readonly id: string;
  readonly type: string;
  readonly properties: Fields;
  readonly identity: ResourceIdentity;
}

/** Deeper than any template that means something; what lies below stays as it is written. */
const DEEPEST = 60;

/** Stands for `AWS::NoValue` while values are worked out. */
const NO_VALUE = Symbol('AWS::NoValue');

/**
 * The resources of a template as they would be deployed with the given values: conditions decided, intrinsic functions
 * worked out. What can't be worked out stays the intrinsic function that it is: whoever reads it takes it as unknown.
 */
export function resolvedResources(template: unknown, values: TemplateValues): readonly ResolvedResource[] {
  return new Resolver(fieldsOf(template), values).resources();
}

class Resolver {
  private readonly pseudo: Fields;
  /** Conditions and resources by name; while one is being worked out it is nothing, so that circles end. */
  private readonly known = new Map<string, unknown>();

  public constructor(
    private readonly template: Fields,
    private readonly values: TemplateValues,
  ) {
    this.pseudo = pseudoParameters(values);
  }

  public resources(): ResolvedResource[] {
    return Object.keys(fieldsOf(this.template.Resources)).flatMap((id) => this.resource(id) ?? []);
  }

  private resource(id: string): ResolvedResource | undefined {
    return this.once(`resource ${id}`, () => this.resolved(id)) as ResolvedResource | undefined;
  }

  private resolved(id: string): ResolvedResource | undefined {
    const written = fieldsOf(fieldsOf(this.template.Resources)[id]);
    const type = String(written.Type);
    const isThere = written.Condition === undefined || this.condition(String(written.Condition)) !== false;
    if (!isThere) return undefined;
    const properties = fieldsOf(this.value(written.Properties, 0));
    return { id, type, properties, identity: resourceIdentity(id, type, properties, this.values) };
  }

  /** Nothing when the condition can't be decided. */
  private condition(name: string): boolean | undefined {
    const decided = this.once(`condition ${name}`, () => this.value(fieldsOf(this.template.Conditions)[name], 0));
    return typeof decided === 'boolean' ? decided : undefined;
  }

  private once(what: string, work: () => unknown): unknown {
    if (this.known.has(what)) return this.known.get(what);
    this.known.set(what, undefined);
    const result = work();
    this.known.set(what, result);
    return result;
  }

  private value(written: unknown, depth: number): unknown {
    if (depth > DEEPEST) return written;
    const next = (part: unknown) => this.value(part, depth + 1);
    if (Array.isArray(written)) return written.map(next).filter((item) => item !== NO_VALUE);
    if (!isFields(written)) return written;
    const name = intrinsicName(written);
    if (name !== undefined) {
      const result = this.intrinsic(name, written[name], next);
      return result === undefined ? written : result;
    }
    const members = Object.entries(written).map(([key, member]) => [key, next(member)] as const);
    return Object.fromEntries(members.filter(([, member]) => member !== NO_VALUE));
  }

  /** Nothing for what can't be worked out. */
  private intrinsic(name: string, argument: unknown, next: (part: unknown) => unknown): unknown {
    switch (name) {
      case 'Ref':
        return this.reference(String(argument));
      case 'Condition':
        return this.condition(String(argument));
      case 'Fn::If':
        return this.choice(listOf(argument), next);
      case 'Fn::GetAtt':
        return this.attribute(typeof argument === 'string' ? argument.split('.') : listOf(argument).map(String));
      case 'Fn::Sub':
        return this.substitution(argument, next);
      default:
        return FUNCTIONS_OF_VALUES[name]?.(listOf(argument).map(next));
    }
  }

  private choice([condition, whenTrue, whenFalse]: readonly unknown[], next: (part: unknown) => unknown): unknown {
    const isTrue = this.condition(String(condition));
    return isTrue === undefined ? undefined : next(isTrue ? whenTrue : whenFalse);
  }

  private reference(name: string): unknown {
    if (name === 'AWS::NoValue') return NO_VALUE;
    if (name in this.pseudo) return this.pseudo[name];
    const parameter = fieldsOf(this.template.Parameters)[name];
    if (parameter !== undefined) return this.parameter(name, fieldsOf(parameter));
    return this.identityOf(name)?.ref;
  }

  private parameter(name: string, { Type: type, Default: byDefault }: Fields): unknown {
    const value = this.values.parameters[name] ?? byDefault;
    if (value === undefined) return undefined;
    const isList = type === 'CommaDelimitedList' || String(type).startsWith('List<');
    return isList
      ? String(value)
          .split(',')
          .map((item) => item.trim())
      : String(value);
  }

  private identityOf(id: string): ResourceIdentity | undefined {
    return this.resource(id)?.identity;
  }

  private attribute([id, name]: readonly string[]): unknown {
    if (name === 'Arn') return this.identityOf(id)?.arn;
    if (name !== 'Value') return undefined;
    const value = this.resource(id)?.properties.Value;
    return typeof value === 'string' ? value : undefined;
  }

  private substitution(argument: unknown, next: (part: unknown) => unknown): unknown {
    const [text, given] = Array.isArray(argument) ? argument : [argument, {}];
    if (typeof text !== 'string') return undefined;
    const variables = fieldsOf(next(given));
    let isWhole = true;
    const result = text.replace(/\$\{(!?)([^}]+)\}/g, (all: string, literal: string, name: string) => {
      if (literal === '!') return `\${${name}}`;
      const value = variables[name] ?? (name.includes('.') ? this.attribute(name.split('.')) : this.reference(name));
      if (typeof value !== 'string') isWhole = false;
      return typeof value === 'string' ? value : all;
    });
    return isWhole ? result : undefined;
  }
}

/** A member `Condition` of something else, as of a statement, is an object of its own or stands among others. */
function intrinsicName(written: Fields): string | undefined {
  const [name, ...others] = Object.keys(written);
  if (name === undefined || others.length > 0) return undefined;
  if (name === 'Condition') return typeof written[name] === 'string' ? name : undefined;
  return name === 'Ref' || name.startsWith('Fn::') ? name : undefined;
}

function isKnown(value: unknown): boolean {
  return !isFields(value) && (!Array.isArray(value) || value.every(isKnown));
}

/** Functions of values only; nothing for values that aren't known or not what the function takes. */
const FUNCTIONS_OF_VALUES: Readonly<Record<string, (parts: readonly unknown[]) => unknown>> = {
  'Fn::Equals': ([one, other]) =>
    isKnown(one) && isKnown(other) ? JSON.stringify(one) === JSON.stringify(other) : undefined,
  'Fn::Not': ([value]) => (typeof value === 'boolean' ? !value : undefined),
  'Fn::And': (parts) => settled(parts, false),
  'Fn::Or': (parts) => settled(parts, true),
  'Fn::Join': ([separator, items]) =>
    Array.isArray(items) && isKnown(items) ? items.join(String(separator)) : undefined,
  'Fn::Split': ([separator, text]) => (typeof text === 'string' ? text.split(String(separator)) : undefined),
  'Fn::Select': ([index, items]) => (Array.isArray(items) ? items[Number(index)] : undefined),
};

/** One such value decides; else all must be the other one. */
function settled(parts: readonly unknown[], deciding: boolean): boolean | undefined {
  if (parts.includes(deciding)) return deciding;
  return parts.every((part) => part === !deciding) ? !deciding : undefined;
}
