/** More alternatives than these are one value that isn't known: nobody could read a finding about each. */
export const MOST_ALTERNATIVES = 64;

/** Name and argument of an intrinsic function: an object with one member that is called like one. */
export function intrinsicOf(value: unknown): [string, unknown] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const [entry, ...more] = Object.entries(value);
  return entry && more.length === 0 && (entry[0] === 'Ref' || entry[0].startsWith('Fn::')) ? entry : undefined;
}

/** `AWS::NoValue` takes away what it stands for. */
export function isNoValue(value: unknown): boolean {
  const [name, argument] = intrinsicOf(value) ?? [];
  return name === 'Ref' && argument === 'AWS::NoValue';
}

/**
 * The values at the ends of an `Fn::If`, as they stand in the template; a value that is none, or that has too many ends,
 * by itself.
 *
 * @param conditions outcomes of conditions that are known
 */
export function choicesOf(value: unknown, conditions: Readonly<Record<string, boolean>> = {}): readonly unknown[] {
  const choices: unknown[] = [];
  const open = [value];
  while (open.length > 0) {
    if (open.length + choices.length > MOST_ALTERNATIVES) return [value];
    const next = open.pop();
    const [name, argument] = intrinsicOf(next) ?? [];
    if (name === 'Fn::If' && Array.isArray(argument) && argument.length === 3) {
      const [condition, whenTrue, whenFalse] = argument;
      const outcome = outcomeOf(condition, conditions);
      if (outcome !== true) open.push(whenFalse);
      if (outcome !== false) open.push(whenTrue);
    } else {
      choices.push(next);
    }
  }
  return choices;
}

function outcomeOf(condition: unknown, conditions: Readonly<Record<string, boolean>>): boolean | undefined {
  return typeof condition === 'string' && Object.hasOwn(conditions, condition) ? conditions[condition] : undefined;
}
