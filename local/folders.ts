import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LocalRunError } from './tools/errors';
import { PYTHON_ENVIRONMENT_FILES } from './tools/python-environment';

const LOCK = 'run.pid';
/** What `--reset` keeps: the installed emulator and the certificate, which are no state of a run. */
const KEPT_ON_RESET: readonly string[] = [...PYTHON_ENVIRONMENT_FILES, 'tls', LOCK];

/** Where a local run keeps its files, all below `.local` of the checkout. */
export class Folders {
  public readonly home: string;
  public readonly certificate: string;
  public readonly certificateKey: string;
  public readonly synthesized: string;
  public readonly prepared: string;
  public readonly emulator: string;
  public readonly logs: string;
  public readonly environmentFile: string;
  private readonly lock: string;

  /** @param root folder of the checkout */
  constructor(public readonly root = resolve(__dirname, '..')) {
    this.home = join(root, '.local');
    this.certificate = join(this.home, 'tls', 'certificate.pem');
    this.certificateKey = join(this.home, 'tls', 'key.pem');
    this.synthesized = join(this.home, 'cdk.out');
    this.prepared = join(this.home, 'assembly');
    this.emulator = join(this.home, 'emulator');
    this.logs = join(this.home, 'logs');
    this.environmentFile = join(this.home, 'environment.json');
    this.lock = join(this.home, LOCK);
  }

  /** Removes everything of earlier runs; only who acquired the folder may. */
  public reset(): void {
    for (const name of readdirSync(this.home).filter((entry) => !KEPT_ON_RESET.includes(entry))) {
      rmSync(join(this.home, name), { recursive: true, force: true });
    }
  }

  /** Takes the folder for this process: two runs would overwrite each other's files. */
  public acquire(): void {
    mkdirSync(this.home, { recursive: true });
    const owner = existsSync(this.lock) ? Number(readFileSync(this.lock, 'utf8')) : undefined;
    if (owner && owner !== process.pid && exists(owner)) {
      throw new LocalRunError(
        `another local run of this checkout is active as process ${owner}: stop it first, or delete ${this.lock} if that process is something else`,
      );
    }
    // A run that was killed could not remove its own.
    rmSync(this.environmentFile, { force: true });
    writeFileSync(this.lock, String(process.pid));
  }

  /** Removes what is true only while the run serves. */
  public release(): void {
    rmSync(this.environmentFile, { force: true });
    rmSync(this.lock, { force: true });
  }

  /** Empties the folders whose contents belong to one run. */
  public clearRun(): void {
    for (const folder of [this.emulator, this.logs]) {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
    }
  }
}

function exists(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
