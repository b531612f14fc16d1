import type { GenericSchema } from 'valibot';
import { Domain, MemberJurisdictions } from './domain';
import { pathParameters, RouteContract } from './routes';
import { gatewayScopes } from './scopes';
import { jsonSchemaOf } from '../validation/json-schema';

/** A part of an OpenAPI 3.0 document. */
export interface OpenApiFragment {
  readonly [key: string]: unknown;
}

/**
 * Paths of an OpenAPI 3.0 document for some routes: the same schemas that gateway models and parsers are made of, the
 * scopes that the gateway asks for, and the parameters of the path.
 */
export function openApiPaths(
  routes: readonly RouteContract[],
  domain: Domain,
  members: MemberJurisdictions,
): Record<string, Record<string, OpenApiFragment>> {
  const paths: Record<string, Record<string, OpenApiFragment>> = {};
  for (const route of routes) {
    paths[route.path] = {
      ...paths[route.path],
      [route.method.toLowerCase()]: operation(route, domain, members),
    };
  }
  return paths;
}

function operation(route: RouteContract, domain: Domain, members: MemberJurisdictions): OpenApiFragment {
  const scopes = route.gatewayScopes && gatewayScopes(route.gatewayScopes, domain, members);
  return {
    operationId: route.id,
    summary: route.summary,
    parameters: pathParameters(route.path).map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...(route.request && { requestBody: { required: true, content: json(route.request, domain) } }),
    responses: Object.fromEntries(
      Object.entries(route.responses).map(([status, schema]) => [
        status,
        { description: `${status} response`, content: json(schema, domain) },
      ]),
    ),
    ...(route.authorizer !== 'none' && { security: [{ [route.authorizer]: scopes ?? [] }] }),
  };
}

function json(schema: (domain: Domain) => GenericSchema, domain: Domain): OpenApiFragment {
  return { 'application/json': { schema: openApiSchema(jsonSchemaOf(schema(domain))) } };
}

/** OpenAPI 3.0 has no type `null`, but a keyword; and no word for names of properties, which are strings anyway. */
function openApiSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(openApiSchema);
  if (typeof value !== 'object' || value === null) return value;
  const { propertyNames: _names, anyOf, ...rest } = value as OpenApiFragment;
  const converted = Object.fromEntries(Object.entries(rest).map(([key, content]) => [key, openApiSchema(content)]));
  if (!Array.isArray(anyOf)) return converted;
  const choices = anyOf.filter((choice) => choice.type !== 'null').map(openApiSchema) as OpenApiFragment[];
  const nullable = choices.length < anyOf.length && { nullable: true };
  return choices.length === 1
    ? { ...converted, ...choices[0], ...nullable }
    : { ...converted, anyOf: choices, ...nullable };
}
