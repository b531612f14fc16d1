import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as ts from 'typescript';
import { DOCUMENT_SCHEMA } from '../src/config/platform/document-fields';
import { Schema } from '../src/config/reading/decoders';

/**
 * Writes schema/platform.schema.json: what the decoders of our own files take, with the documentation of the settings
 * that they give.
 */
const root = resolve(__dirname, '..');

export const SCHEMA_FILE = join(root, 'schema', 'platform.schema.json');

/** Where the interfaces are whose names the decoders give as titles. */
const SOURCES = ['settings.ts', 'platform-settings.ts'].map((file) => join(root, 'src', 'config', file));

/** Documentation of the members of an interface. */
type MemberDocs = ReadonlyMap<string, string>;

interface InterfaceDocs {
  readonly summary: string;
  readonly members: MemberDocs;
}

/** The schema as text, as it is committed. */
export function platformSchema(): string {
  const docs = new Map(SOURCES.flatMap(interfacesIn));
  const definitions = new Map<string, Schema>();
  const schema = documented(DOCUMENT_SCHEMA, docs, definitions);
  const sorted = [...definitions].sort(([one], [other]) => (one < other ? -1 : 1));
  const document = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...schema,
    definitions: Object.fromEntries(sorted),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** An object with a title, documented; titled objects inside of it become definitions. */
function documented(
  schema: Schema,
  docs: ReadonlyMap<string, InterfaceDocs>,
  definitions: Map<string, Schema>,
): Schema {
  const title = String(schema.title);
  const { summary, members } = docs.get(title) ?? fail(`no interface is called ${title}`);
  const known = schema.properties as Record<string, Schema>;
  // Environments and pipelines have their names as keys.
  const unread = [...members.keys()].filter((key) => key !== 'name' && known[key] === undefined);
  if (unread.length > 0) fail(`${title} has members that no file can give: ${unread.join(', ')}`);
  const properties = Object.entries(known).map(([key, property]) => {
    const description = key === '$schema' ? 'Schema of this file, for editors.' : members.get(key);
    if (description === undefined) fail(`${title}.${key} is not documented`);
    return [key, { description, ...withReferences(property, docs, definitions) }];
  });
  return { title, description: summary, ...schema, properties: Object.fromEntries(properties) };
}

/** A schema in which references stand for titled objects. */
function withReferences(
  schema: Schema,
  docs: ReadonlyMap<string, InterfaceDocs>,
  definitions: Map<string, Schema>,
): Schema {
  if (typeof schema.title === 'string') {
    definitions.set(schema.title, documented(schema, docs, definitions));
    // Draft 07 ignores what stands beside a reference.
    return { allOf: [{ $ref: `#/definitions/${schema.title}` }] };
  }
  const nested = ['items', 'additionalProperties'].filter((keyword) => typeof schema[keyword] === 'object');
  const replaced = nested.map((keyword) => [keyword, withReferences(schema[keyword] as Schema, docs, definitions)]);
  return { ...schema, ...Object.fromEntries(replaced) };
}

function interfacesIn(file: string): [string, InterfaceDocs][] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.filter(ts.isInterfaceDeclaration).map((declaration) => {
    const members = declaration.members.map((member): [string, string] => [
      member.name?.getText(source) ?? '',
      describe(member),
    ]);
    return [declaration.name.text, { summary: describe(declaration), members: new Map(members) }];
  });
}

/** The documentation of a declaration on one line, with its default as the last sentence. */
function describe(node: ts.Node): string {
  const parts = ts.getJSDocCommentsAndTags(node).flatMap((part) => {
    if (!ts.isJSDoc(part)) return [];
    const defaults = (part.tags ?? []).filter((tag) => tag.tagName.text === 'default');
    return [
      ts.getTextOfJSDocComment(part.comment) ?? '',
      ...defaults.map((tag) => `Default: ${(ts.getTextOfJSDocComment(tag.comment) ?? '').replace(/^- /, '')}.`),
    ];
  });
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

function fail(reason: string): never {
  throw new Error(`the schema can't be written: ${reason}`);
}

if (require.main === module) {
  writeFileSync(SCHEMA_FILE, platformSchema());
}
