import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LocalRunError } from './tools/errors';
import { processExists } from './tools/processes';
import { PYTHON_ENVIRONMENT_FILES } from './tools/python-environment';

const LOCK = 'run.pid';
/** What `--reset` keeps: the installed emulator and the certificate, which are no state of a run. */
const KEPT_ON_RESET: readonly string[] = [...PYTHON_ENVIRONMENT_FILES, 'tls', LOCK];

/** Where a local run keeps its files: `.local` of the checkout, or a folder of its own beside other runs. */
export class Folders {
  /** What all runs of the checkout share: the installed emulator and the certificate. */
  public readonly installed: string;
  public readonly home: string;
  public readonly certificate: string;
  public readonly certificateKey: string;
  /** Taken while something is built that all runs of the checkout share. */
  public readonly buildLock: string;
  public readonly synthesized: string;
  public readonly prepared: string;
  public readonly emulator: string;
  public readonly logs: string;
  public readonly environmentFile: string;
  private readonly lock: string;

  /**
   * @param root folder of the checkout
   * @param home folder for the files of the run
   */
  constructor(
    public readonly root = resolve(__dirname, '..'),
    home?: string,
  ) {
    this.installed = join(root, '.local');
    this.home = home === undefined ? this.installed : resolve(home);
    this.certificate = join(this.installed, 'tls', 'certificate.pem');
    this.certificateKey = join(this.installed, 'tls', 'key.pem');
    this.buildLock = join(this.installed, 'build.lock');
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
    if (owner && owner !== process.pid && processExists(owner)) {
      throw new LocalRunError(
        `another local run with the folder ${this.home} is active as process ${owner}: stop it first, give this one a folder of its own with --folder, or delete ${this.lock} if that process is something else`,
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
