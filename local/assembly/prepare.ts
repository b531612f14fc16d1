import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { AssemblyStack, readAssembly, readJson, readTemplate } from './manifest';
import { prune } from './prune';
import { routeFunctions } from './route-functions';
import { ruleFor } from './rules';
import { Template } from './template';

export interface PrepareOptions {
  /** Synthesized assembly; it stays as it is. */
  readonly from: string;
  /** Folder for the prepared assembly. Asset folders stay where they are, and the new manifests point to them. */
  readonly to: string;
  /**
   * Address of the handler runner.
   *
   * @default - functions run inside the emulator
   */
  readonly handlers?: string;
}

export interface LeftOut {
  readonly stack: string;
  readonly constructPath: string;
  readonly type: string;
  readonly reason: string;
}

export interface PrepareReport {
  readonly leftOut: readonly LeftOut[];
  /** Properties of remaining resources that referred to one left out, as `Stack.LogicalId.Property`. */
  readonly pruned: readonly string[];
}

/** Writes an assembly that the emulator can create: without what it lacks, with functions that run in our workers. */
export function prepareAssembly({ from, to, handlers }: PrepareOptions): PrepareReport {
  const stacks = readAssembly(from);
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, filter: (path) => !isAsset(path) });
  const leftOut: LeftOut[] = [];
  const pruned: string[] = [];
  const exports = new Set<string>();
  for (const stack of stacks) {
    const template = readTemplate(stack);
    const missing = { logicalIds: new Set<string>(), exports };
    leftOut.push(...leaveOut(stack, template, missing));
    const result = prune(template, missing);
    result.exports.forEach((name) => exports.add(name));
    pruned.push(...result.places.map((place) => `${stack.name}.${place}`));
    const prepared = handlers ? routeFunctions(result.template, `${handlers}/${stack.name}`) : result.template;
    writeStack(stack, join(to, relative(from, stack.folder)), prepared);
  }
  for (const folder of new Set(stacks.map((stack) => stack.folder))) {
    repointAssets(folder, join(to, relative(from, folder)));
  }
  return { leftOut, pruned };
}

/** What was left out in one line, and every resource with its reason where that is wanted. */
export function describeLeftOut({ leftOut, pruned }: PrepareReport, everything: boolean): string[] {
  if (leftOut.length === 0) return [];
  const types = new Set(leftOut.map(({ type }) => type)).size;
  const summary = `left out: ${leftOut.length} resources of ${types} types`;
  if (!everything) return [`${summary} (--verbose lists them)`];
  return [
    `${summary}:`,
    ...leftOut.map(({ type, constructPath, reason }) => `- ${type} ${constructPath}: ${reason}`),
    ...pruned.map((place) => `- ${place}: referred to a resource that was left out`),
  ];
}

/** Adds the logical ids that rules leave out to `missing`, and says what they were. */
function leaveOut(stack: AssemblyStack, template: Template, missing: { readonly logicalIds: Set<string> }): LeftOut[] {
  return Object.entries(template.Resources).flatMap(([logicalId, resource]) => {
    const rule = ruleFor(resource);
    if (!rule) return [];
    missing.logicalIds.add(logicalId);
    const constructPath = stack.constructPaths[logicalId] ?? `${stack.name}/${logicalId}`;
    return [{ stack: stack.name, constructPath, type: rule.type, reason: rule.reason }];
  });
}

/**
 * The key of a template in the staging bucket is its hash: a changed template gets a new key in both manifests, so
 * that nobody finds an older upload under the key and skips this one.
 */
function writeStack(stack: AssemblyStack, folder: string, template: Template): void {
  const text = JSON.stringify(template, undefined, 1);
  writeFileSync(join(folder, basename(stack.templateFile)), text);
  const oldKey = basename(stack.templateUrl, '.json');
  const newKey = createHash('sha256').update(text).digest('hex');
  for (const manifest of manifestsIn(folder)) {
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replaceAll(oldKey, newKey));
  }
}

/** Points the manifests of the new folder to the assets of the original one. */
function repointAssets(from: string, to: string): void {
  for (const path of manifestsIn(to).filter((name) => name.endsWith('.assets.json'))) {
    const manifest = readJson<{ readonly files?: Record<string, { source: { path: string } }> }>(path);
    for (const { source } of Object.values(manifest.files ?? {})) {
      if (isAsset(source.path)) source.path = relative(to, join(from, source.path));
    }
    writeFileSync(path, JSON.stringify(manifest, undefined, 2));
  }
}

function manifestsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name === 'manifest.json' || name.endsWith('.assets.json'))
    .map((name) => join(folder, name));
}

function isAsset(path: string): boolean {
  return basename(path).startsWith('asset.');
}
