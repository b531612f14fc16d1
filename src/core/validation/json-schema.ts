import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { JSON_SCHEMA_KEY, JsonSchemaFragment } from './fields';

/** The JSON Schema of a contract schema: gateway models and the OpenAPI document are made from it. */
export function jsonSchemaOf(schema: v.GenericSchema): JsonSchemaFragment {
  const { $schema: _draft, ...rest } = toJsonSchema(schema, {
    errorMode: 'ignore',
    ignoreActions: ['check'],
    overrideSchema: ({ valibotSchema, jsonSchema }) =>
      refusesUnknownKeys(valibotSchema) ? { ...jsonSchema, additionalProperties: false } : undefined,
    overrideAction: ({ valibotAction, jsonSchema }) => {
      if (valibotAction.type !== 'metadata') return undefined;
      const fragment = (valibotAction as v.MetadataAction<unknown, Record<string, unknown>>).metadata[JSON_SCHEMA_KEY];
      const { [JSON_SCHEMA_KEY]: _metadata, ...typeSchema } = jsonSchema as Record<string, unknown>;
      return { ...typeSchema, ...(fragment as object | undefined) };
    },
  }) as JsonSchemaFragment;
  return rest;
}

function refusesUnknownKeys(schema: { readonly type: string; readonly rest?: { readonly type: string } }): boolean {
  return schema.type === 'object_with_rest' && schema.rest?.type === 'never';
}
