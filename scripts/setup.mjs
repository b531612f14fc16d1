// Runs before anything is installed: plain Node, no dependency. Says in one line what is missing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MINIMUM_NODE_MAJOR = 20;
const root = dirname(dirname(fileURLToPath(import.meta.url)));

const nodeMajor = Number(process.versions.node.split('.')[0]);
if (nodeMajor < MINIMUM_NODE_MAJOR) {
  stop(
    `Node.js ${process.versions.node} is too old: install Node.js ${MINIMUM_NODE_MAJOR} or newer (https://nodejs.org)`,
  );
}
if (spawnSync('git', ['--version'], { stdio: 'ignore' }).status !== 0) {
  stop('git was not found: install git and put it on the PATH');
}

const lockfile = readFileSync(join(root, 'package-lock.json'));
const fingerprint = createHash('sha256').update(lockfile).update(process.versions.modules).digest('hex');
const marker = join(root, 'node_modules', '.cache', 'compact-platform-setup');
if (!existsSync(marker) || readFileSync(marker, 'utf8') !== fingerprint) {
  console.log('installing npm packages (first run, or the lock file changed) …');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) stop('npm ci failed: see its message above; the package registry must be reachable');
  mkdirSync(dirname(marker), { recursive: true });
  writeFileSync(marker, fingerprint);
}

function stop(reason) {
  console.error(reason);
  process.exit(1);
}
