/** A request as a policy sees it. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, string>>;
}

const matches = (pattern: string, value: string, flags = '') =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.')}$`,
    flags,
  ).test(value);

const list = (value: unknown): string[] => (value === undefined ? [] : ([value].flat() as string[]));

function applies(statement: any, { action, resource, context = {} }: Request): boolean {
  const named = (patterns: unknown, value: string, flags?: string) =>
    list(patterns).some((pattern) => matches(pattern, value, flags));
  const hasAction = statement.NotAction
    ? !named(statement.NotAction, action, 'i')
    : named(statement.Action, action, 'i');
  const hasResource = statement.NotResource
    ? !named(statement.NotResource, resource)
    : named(statement.Resource, resource);
  const { StringEquals = {}, ...others } = statement.Condition ?? {};
  if (Object.keys(others).length > 0) throw new Error(`the test knows no ${Object.keys(others)}`);
  const isMet = Object.entries(StringEquals).every(([key, values]) => list(values).includes(context[key]));
  return hasAction && hasResource && isMet;
}

/** Whether a boundary lets a request through: one statement allows it and none denies it. */
export function isAllowed({ Statement: statements }: any, request: Request): boolean {
  const effects = statements.filter((statement: any) => applies(statement, request)).map(({ Effect }: any) => Effect);
  return effects.includes('Allow') && !effects.includes('Deny');
}
