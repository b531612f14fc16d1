/** The parts of a CloudFormation template that the local run looks at. */
export interface Template {
  readonly Resources: Record<string, Resource>;
  readonly Outputs?: Record<string, Output>;
  readonly [section: string]: unknown;
}

export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DependsOn?: string | readonly string[];
  readonly [attribute: string]: unknown;
}

export interface Output {
  readonly Value: unknown;
  readonly Export?: { readonly Name: unknown };
}

/** What a value may refer to that is no longer there. */
export interface Missing {
  readonly logicalIds: ReadonlySet<string>;
  readonly exports: ReadonlySet<string>;
}

type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value, or anything inside it, refers to something missing. */
export function refersTo(value: unknown, missing: Missing): boolean {
  if (Array.isArray(value)) return value.some((element) => refersTo(element, missing));
  if (!isObject(value)) return false;
  return Object.entries(value).some(([key, inner]) => isReference(key, inner, missing) || refersTo(inner, missing));
}

function isReference(key: string, target: unknown, { logicalIds, exports }: Missing): boolean {
  switch (key) {
    case 'Ref':
      return logicalIds.has(String(target));
    case 'Fn::GetAtt':
      return logicalIds.has(Array.isArray(target) ? String(target[0]) : String(target).split('.')[0]);
    case 'Fn::Sub': {
      const text = Array.isArray(target) ? target[0] : target;
      return [...String(text).matchAll(/\$\{([^}.!]+)/g)].some(([, name]) => logicalIds.has(name));
    }
    case 'Fn::ImportValue':
      return typeof target === 'string' && exports.has(target);
    default:
      return false;
  }
}

/** An intrinsic function stands for one value: with a missing reference inside, all of it is missing. */
export function isIntrinsic(value: JsonObject): boolean {
  const keys = Object.keys(value);
  return keys.length === 1 && (keys[0] === 'Ref' || keys[0].startsWith('Fn::'));
}
