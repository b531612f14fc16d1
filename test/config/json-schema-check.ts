import { Json } from './files';

/** Keywords that say nothing about a value. */
const ANNOTATIONS = ['$schema', 'title', 'description', 'definitions', 'format', 'properties'];

type Check = (value: Json, expected: Json, schema: Json, root: Json) => boolean;

/** The keywords of draft 07 that our schema uses; whether a value has the right type is asked before the others. */
const CHECKS: Readonly<Record<string, Check>> = {
  $ref: (value, pointer, _, root) => conforms(value, root.definitions[pointer.replace('#/definitions/', '')], root),
  allOf: (value, schemas, _, root) => schemas.every((schema: Json) => conforms(value, schema, root)),
  type: (value, type) => typeOf(value) === type || (type === 'integer' && Number.isInteger(value)),
  enum: (value, words) => words.includes(value),
  pattern: (value, pattern) => typeof value !== 'string' || new RegExp(pattern).test(value),
  minLength: (value, least) => typeof value !== 'string' || value.length >= least,
  maxLength: (value, most) => typeof value !== 'string' || value.length <= most,
  minimum: (value, least) => typeof value !== 'number' || value >= least,
  maximum: (value, most) => typeof value !== 'number' || value <= most,
  items: (value, schema, _, root) => !Array.isArray(value) || value.every((item) => conforms(item, schema, root)),
  minItems: (value, least) => !Array.isArray(value) || value.length >= least,
  uniqueItems: (value) => !Array.isArray(value) || new Set(value).size === value.length,
  required: (value, keys) => typeOf(value) !== 'object' || keys.every((key: string) => Object.hasOwn(value, key)),
  propertyNames: (value, schema, _, root) =>
    typeOf(value) !== 'object' || Object.keys(value).every((key) => conforms(key, schema, root)),
  additionalProperties: (value, schema, { properties = {} }, root) =>
    typeOf(value) !== 'object' ||
    Object.entries(value).every(([key, member]) =>
      Object.hasOwn(properties, key)
        ? conforms(member, properties[key], root)
        : schema !== false && conforms(member, schema, root),
    ),
};

/** Whether a value conforms to a schema of the keywords above; an unknown one is an error, so that none is passed over. */
export function conforms(value: Json, schema: Json, root: Json = schema): boolean {
  return Object.entries(schema)
    .filter(([keyword]) => !ANNOTATIONS.includes(keyword))
    .every(([keyword, expected]) => {
      if (CHECKS[keyword] === undefined) throw new Error(`the schema has an unknown keyword: ${keyword}`);
      return CHECKS[keyword](value, expected, schema, root);
    });
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
