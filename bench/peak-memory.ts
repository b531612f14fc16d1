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
