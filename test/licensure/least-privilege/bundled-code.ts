import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { COMMAND_ACTIONS, TRANSACTION, TRANSACTION_PARTS } from './commands';
import { BUNDLE_OPTIONS } from '../../../scripts/bundle-options';

const ROOT = resolve(__dirname, '..', '..', '..');

/** What a file takes from packages of the SDK, types too. */
const SDK_IMPORT = /import\s*{([^}]*)}\s*from\s*'@aws-sdk\/[\w-]+'/g;

/** Names of what needs rights; clients, types and other errors have other names. */
const RIGHTS_NEEDED = /^(\w+Command|paginate\w+|createPresignedPost|NoSuchKey|NotFound)$/;

/**
 * Sources of ours of which something is in the bundle of each entry, after all that the entry does not use was removed.
 * What the SDK itself keeps in a bundle is no measure: its document client brings commands along that nobody sends.
 */
export async function bundledSources(entries: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { metafile } = await build({
    ...BUNDLE_OPTIONS,
    absWorkingDir: ROOT,
    entryPoints: entries.map((entry) => join('lambda', 'entry', `${entry}.ts`)),
    // Shared chunks would not tell which entry needs what of them.
    splitting: false,
    outdir: 'unwritten',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const outputs = Object.values(metafile.outputs).flatMap(({ entryPoint, inputs }) => {
    const files = Object.entries(inputs).filter(([file, { bytesInOutput }]) => isOurs(file) && bytesInOutput > 0);
    const sources = files.map(([file]) => readFileSync(join(ROOT, file), 'utf8'));
    return entryPoint ? [[/([\w-]+)\.ts$/.exec(entryPoint)![1], sources] as const] : [];
  });
  return new Map(outputs);
}

function isOurs(file: string): boolean {
  return file.startsWith('lambda/');
}

/** IAM actions that the sources of a bundle can ask for, sorted. */
export function actionsInCode(sources: readonly string[]): string[] {
  const used = sources.flatMap((source) =>
    [...source.matchAll(SDK_IMPORT)].flatMap(([, names]) =>
      names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => RIGHTS_NEEDED.test(name)),
    ),
  );
  const actions = used.flatMap((name) => {
    if (name === TRANSACTION) return transactionActions(sources);
    if (name in COMMAND_ACTIONS) return COMMAND_ACTIONS[name];
    throw new Error(`no IAM action is known for ${name}: add it to COMMAND_ACTIONS`);
  });
  return [...new Set(actions)].sort();
}

function transactionActions(sources: readonly string[]): string[] {
  return Object.entries(TRANSACTION_PARTS).flatMap(([part, action]) =>
    sources.some((source) => new RegExp(`\\b${part}: {`).test(source)) ? action : [],
  );
}
