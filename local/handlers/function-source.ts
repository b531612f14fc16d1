import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AssemblyStack, readTemplate } from '../assembly/manifest';
import { runsInWorkers } from '../assembly/route-functions';
import { Resource } from '../assembly/template';
import { LocalRunError } from '../tools/errors';

/** Where the code of a function is, found in the assembly. */
export interface FunctionSource {
  /** `<stack name>/<logical id>`: the path under which the runner takes its events. */
  readonly key: string;
  /** Name for people: the construct's id, with the stack's name where that alone is not unique. */
  readonly label: string;
  readonly folder: string;
  readonly file: string;
  readonly exportName: string;
}

const EXTENSIONS = ['.mjs', '.js', '.cjs'];
/** Ids that constructs give to the resource inside them; they say nothing to people. */
const INNER_IDS = ['Resource', 'Default', 'Handler', 'Function', 'Lambda'];

/** Finds every function of the assembly that our workers run, by its key. */
export function functionSources(stacks: readonly AssemblyStack[]): Map<string, FunctionSource> {
  const sources = stacks.flatMap((stack) =>
    Object.entries(readTemplate(stack).Resources)
      .filter(([, resource]) => runsInWorkers(resource))
      .map(([logicalId, resource]) => sourceOf(stack, logicalId, resource)),
  );
  const times = (label: string) => sources.filter((source) => source.label === label).length;
  return new Map(
    sources.map((source) => {
      const label = times(source.label) > 1 ? source.key.replace('/', '-') : source.label;
      return [source.key, { ...source, label }];
    }),
  );
}

function sourceOf(stack: AssemblyStack, logicalId: string, resource: Resource): FunctionSource {
  const path = stack.constructPaths[logicalId] ?? logicalId;
  const { Handler, Code } = resource.Properties as { Handler: string; Code: { S3Key?: unknown } };
  const folder = stack.files.find(({ key }) => key === Code.S3Key)?.source;
  if (!folder) {
    throw new LocalRunError(
      `${path} has no code asset in the assembly: the local run only knows functions with bundled assets`,
    );
  }
  const dot = Handler.lastIndexOf('.');
  const base = join(folder, Handler.slice(0, dot));
  const file = EXTENSIONS.map((extension) => `${base}${extension}`).find(existsSync);
  if (!file) throw new LocalRunError(`${path} has the handler ${Handler}, but ${folder} holds no such file`);
  return { key: `${stack.name}/${logicalId}`, label: labelOf(path), folder, file, exportName: Handler.slice(dot + 1) };
}

function labelOf(constructPath: string): string {
  const ids = constructPath.split('/').filter(Boolean);
  const id = ids.findLast((candidate) => !INNER_IDS.includes(candidate)) ?? constructPath;
  // It is also the name of a log file.
  return id.replace(/[^\w.-]+/g, '-');
}
