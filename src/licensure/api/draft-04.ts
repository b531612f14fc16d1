import type { JsonSchema } from 'aws-cdk-lib/aws-apigateway';
import type { JsonSchemaFragment } from '../../core/validation/fields';

/** Keywords that came after draft 4 and that no model can express; contracts must not use them. */
const LATER_KEYWORDS = ['const', 'contains', 'if', 'then', 'else', '$defs', 'examples', 'prefixItems'];

/**
 * A JSON Schema as API Gateway takes it: draft 4. What draft 4 has no word for and what changes nothing is left out: names
 * of properties are strings anyway, and an empty list of required properties requires nothing but is refused.
 */
export function toDraft04(schema: JsonSchemaFragment): JsonSchema {
  return convert(schema) as JsonSchema;
}

function convert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convert);
  if (typeof value !== 'object' || value === null) return value;
  const later = LATER_KEYWORDS.filter((keyword) => keyword in value);
  if (later.length > 0) {
    throw new Error(
      `the schema keyword ${later.join(', ')} is newer than draft 4, which API Gateway takes: express it otherwise in the contract`,
    );
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([keyword, content]) => keyword !== 'propertyNames' && !(keyword === 'required' && isEmpty(content)))
      .map(([keyword, content]) => [keyword, keyword === 'properties' ? convertEach(content) : convert(content)]),
  );
}

/** Below `properties`, keys are names of fields and no keywords: a field may be called `const`. */
function convertEach(properties: unknown): unknown {
  return Object.fromEntries(
    Object.entries(properties as Record<string, unknown>).map(([name, schema]) => [name, convert(schema)]),
  );
}

function isEmpty(content: unknown): boolean {
  return Array.isArray(content) && content.length === 0;
}
