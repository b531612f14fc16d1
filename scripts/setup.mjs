// Runs before anything is installed: plain Node, no dependency. Says in one line what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
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

if (!isInstalled()) {
  console.log('installing npm packages (first run, or the lock file changed) …');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) stop('npm ci failed: see its message above; the package registry must be reachable');
}

/** True when what npm says it installed is what the lock file asks for; optional packages are those of other systems. */
function isInstalled() {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = packagesOf(installedFile);
  const wanted = packagesOf(join(root, 'package-lock.json'));
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return path in installed ? installed[path].version === version : optional;
  });
}

function packagesOf(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages;
}

function stop(reason) {
  console.error(reason);
  process.exit(1);
}
