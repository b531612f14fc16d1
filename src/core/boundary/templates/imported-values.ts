import { isRecord, memberOf, textMember } from './json-values';
import { intrinsicOf } from '../../iam/intrinsic-function';

/** A value of another stack: an export, or an output without one. */
export type ImportedValue =
  | { readonly export: string }
  | {
      readonly stack: string;
      readonly output: string;
      /** The region of the stack that imports it, when missing. */
      readonly region?: string;
      /** Role that reads it; the one that deploys, when missing. */
      readonly role?: unknown;
    };

const PREFIX = 'Fn::ImportValue ';

/** Nobody nests further; what is deeper stays a value that isn't known. */
const DEEPEST = 200;

/**
 * The value with `Fn::ImportValue` and `Fn::GetStackOutput` written as references, so that a scope can resolve them like
 * references within a template. Values without imports are handed back as they are.
 */
export function withImportsAsReferences<Value>(value: Value, depth = 0): Value {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return value;
  const imported = importIn(value);
  if (imported) return { Ref: `${PREFIX}${JSON.stringify(imported)}` } as Value;
  if (Array.isArray(value)) {
    const items = value.map((item) => withImportsAsReferences(item, depth + 1) as unknown);
    return items.every((item, index) => item === value[index]) ? value : (items as Value);
  }
  if (!isRecord(value)) return value;
  const members = Object.entries(value);
  const changed = members.map(([key, member]) => [key, withImportsAsReferences(member, depth + 1)] as const);
  return changed.every(([, member], index) => member === members[index][1])
    ? value
    : (Object.fromEntries(changed) as Value);
}

/** What a reference made above stands for. */
export function importedValue(reference: unknown): ImportedValue | undefined {
  if (typeof reference !== 'string' || !reference.startsWith(PREFIX)) return undefined;
  return JSON.parse(reference.slice(PREFIX.length)) as ImportedValue;
}

function importIn(value: object): ImportedValue | undefined {
  const [name, argument] = intrinsicOf(value) ?? [];
  if (name === 'Fn::ImportValue' && typeof argument === 'string') return { export: argument };
  if (name !== 'Fn::GetStackOutput') return undefined;
  const [stack, output, region] = ['StackName', 'OutputName', 'Region'].map((member) => textMember(argument, member));
  const role = memberOf(argument, 'RoleArn');
  if (stack === undefined || output === undefined) return undefined;
  return { stack, output, ...(region !== undefined && { region }), ...(role !== undefined && { role }) };
}
