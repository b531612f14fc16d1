import { realpathSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { AssetPaths } from './asset-paths';
import { ConstructPaths, withConstructPaths } from './construct-paths';
import { readDocument } from './read-document';
import { ReadingProblems } from './reading-problems';
import type { DeployedTemplate } from '../../core/boundary/deployed-template';
import { JsonRecord, memberOf, membersOf } from '../../core/boundary/templates/json-values';

/** Where a template is deployed to, and with which role. */
export type DeploymentPlace = Pick<DeployedTemplate, 'account' | 'region' | 'partition' | 'executionRole'>;

export interface StackFacts {
  readonly place?: DeploymentPlace;
  readonly paths?: ConstructPaths;
}

/**
 * Reads templates of one folder with those of their nested stacks. Every file is read once, however many stacks use it,
 * so that a few files that nest each other many times over stay a few objects.
 */
export class TemplateFolder {
  private readonly documents = new Map<string, JsonRecord | undefined>();
  private readonly templates = new Map<string, DeployedTemplate>();

  constructor(
    private readonly folder: string,
    private readonly assets: AssetPaths,
    private readonly problems: ReadingProblems,
  ) {}

  /** Nothing when the file can't be read, which the problems say. */
  stack(file: string, name: string, { place = {}, paths = new Map() }: StackFacts = {}): DeployedTemplate | undefined {
    return this.template(resolve(this.folder, file), name, { place, paths }, []);
  }

  private template(
    path: string,
    name: string,
    facts: Required<StackFacts>,
    parents: readonly string[],
  ): DeployedTemplate | undefined {
    const document = this.document(path);
    if (!document) return undefined;
    const key = JSON.stringify([path, name, facts.place]);
    const known = this.templates.get(key);
    if (known) return known;
    const nested = this.nested(document, path, facts, [...parents, realPath(path)]);
    const template = { name, ...facts.place, template: withConstructPaths(document, facts.paths), ...nested };
    this.templates.set(key, template);
    return template;
  }

  private nested(
    document: JsonRecord,
    path: string,
    facts: Required<StackFacts>,
    parents: readonly string[],
  ): Pick<DeployedTemplate, 'nested'> {
    const nested: [string, DeployedTemplate][] = [];
    for (const [logicalId, resource] of membersOf(memberOf(document, 'Resources'))) {
      if (memberOf(resource, 'Type') !== 'AWS::CloudFormation::Stack') continue;
      const asset = this.assets.ofNestedStack(resource);
      if (asset === undefined) continue;
      const file = resolve(this.folder, asset);
      if (parents.includes(realPath(file))) {
        this.problems.add(
          `${path}: Resources.${logicalId}`,
          basename(file),
          'the template contains itself, and no stack can be nested in itself',
          'give the nested stack a template of its own',
        );
        continue;
      }
      const template = this.template(file, logicalId, facts, parents);
      if (template) nested.push([logicalId, template]);
    }
    return nested.length > 0 ? { nested: Object.fromEntries(nested) } : {};
  }

  private document(path: string): JsonRecord | undefined {
    if (!this.documents.has(path)) this.documents.set(path, readDocument(path, this.problems));
    return this.documents.get(path);
  }
}

/** Links are followed, so that a cycle over a link is seen; a file that is missing is itself. */
function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
