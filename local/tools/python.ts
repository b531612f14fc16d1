import { LocalRunError } from './errors';
import { run } from './processes';

export const MINIMUM_PYTHON = [3, 10] as const;

export interface Python {
  readonly program: string;
  readonly version: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Finds an interpreter that is new enough: the one that PYTHON names, else python3, else python. */
export async function findPython(environment: Environment): Promise<Python> {
  const candidates = environment.PYTHON ? [environment.PYTHON] : ['python3', 'python'];
  const found = (await Promise.all(candidates.map(versionOf))).filter((python) => python !== undefined);
  const usable = found.find(({ version }) => isNewEnough(version));
  if (usable) return usable;
  throw new LocalRunError(explanation(candidates, found));
}

export function isNewEnough(version: string): boolean {
  const [major, minor] = version.split('.').map(Number);
  return major > MINIMUM_PYTHON[0] || (major === MINIMUM_PYTHON[0] && minor >= MINIMUM_PYTHON[1]);
}

async function versionOf(program: string): Promise<Python | undefined> {
  const script = 'import sys; print("compact", ".".join(map(str, sys.version_info[:3])))';
  const { code, output } = await run(program, ['-c', script]);
  const version = /^compact (\d+\.\d+\.\d+)\s*$/m.exec(output)?.[1];
  return code === 0 && version ? { program, version } : undefined;
}

function explanation(candidates: readonly string[], found: readonly Python[]): string {
  const remedy = `install Python ${MINIMUM_PYTHON.join('.')} or newer (https://www.python.org), or set PYTHON to its path`;
  const old = found[0];
  return old
    ? `${old.program} is Python ${old.version}, which is too old for the emulator: ${remedy}`
    : `Python was not found (tried ${candidates.join(', ')}): ${remedy}`;
}
