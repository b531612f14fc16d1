import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { differencesBetween } from './compare';
import { REFERENCE_DOMAIN } from './reference-domain';
import type { FileResult } from './runner';
import type { MemberJurisdictions } from '../../src/core/contracts/domain';
import { openApiPaths } from '../../src/core/contracts/openapi';
import { ROUTES } from '../../src/core/contracts/routes';

const CONTRACT_FILE = /^(internal|state|search)-api\.oas30\.json$/;

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: unknown }>> };
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
}

/**
 * Compares what clients have to keep to, operation by operation, with the exported documents of the reference system:
 * path parameters, request body and scopes. Its answers are documented loosely and are held by the vectors instead.
 */
export function apiContracts(from: string): FileResult[] {
  const folder = join(from, 'contract');
  const configuration = join(from, 'fixtures', 'compactconnect', 'cdk.json');
  if (!existsSync(folder) || !existsSync(configuration)) return [];
  const members = JSON.parse(readFileSync(configuration, 'utf8')).context.active_compact_member_jurisdictions;
  return readdirSync(folder)
    .filter((file) => CONTRACT_FILE.test(file))
    .map((file) => compareDocument(file, JSON.parse(readFileSync(join(folder, file), 'utf8')), members));
}

function compareDocument(file: string, reference: Document, members: MemberJurisdictions): FileResult {
  const ours = openApiPaths(Object.values(ROUTES), REFERENCE_DOMAIN, members);
  const cases = Object.entries(reference.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      const own = ours[path]?.[method] as Operation | undefined;
      const name = `${method.toUpperCase()} ${path}`;
      if (!own) return { name };
      const expected = obligations(operation, reference.components.schemas);
      return { name, differences: differencesBetween(expected, obligations(own, {})) };
    }),
  );
  const covered = cases.flatMap(({ name, differences }) => (differences ? [{ name, differences }] : []));
  const differing = covered.filter(({ differences }) => differences.length > 0);
  return {
    file: join('contract', file),
    passed: covered.length - differing.length,
    differing,
    notCovered: new Map([['the product has no such route yet', cases.length - covered.length]]),
  };
}

/** What a client is held to, in a form that two documents can be compared in. */
function obligations(
  { parameters = [], requestBody, security = [] }: Operation,
  schemas: Document['components']['schemas'],
) {
  return {
    pathParameters: parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name),
    scopes: security.flatMap((scheme) => Object.values(scheme).flat()),
    body: requestBody && normalized(requestBody.content['application/json'].schema, schemas),
  };
}

/** References resolved, lists without an order sorted. */
function normalized(value: unknown, schemas: Document['components']['schemas']): unknown {
  if (Array.isArray(value)) return value.map((item) => normalized(item, schemas));
  if (typeof value !== 'object' || value === null) return value;
  const { $ref: reference, ...rest } = value as Readonly<Record<string, unknown>>;
  if (typeof reference === 'string') return normalized(schemas[reference.split('/').pop()!], schemas);
  const entries = Object.entries(rest).map(([keyword, content]) =>
    // Fields may have these names too; the keywords have lists, whose order means nothing.
    ['required', 'enum'].includes(keyword) && Array.isArray(content)
      ? [keyword, [...content].sort()]
      : [keyword, normalized(content, schemas)],
  );
  return Object.fromEntries(entries.filter(([, content]) => !(Array.isArray(content) && content.length === 0)));
}
