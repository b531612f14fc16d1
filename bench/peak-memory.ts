import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Kilobytes of the largest resident memory of this process so far. Linux counts what the parent had before it became
 * this process into the resource usage, but not into the status of the process.
 */
export function peakMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))!;
  return Number(kilobytes);
}

/** What a program of its own process prints as JSON: memory that another one took is never given back. */
export function figuresOf<Figures>(...command: readonly string[]): Figures {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command.join(' ')} failed with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}
