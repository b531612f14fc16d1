import { SEVERITIES, Severity, SeverityCounts } from '../model';

/** `1,065`; the same on every machine. */
export function numberText(count: number): string {
  return count.toLocaleString('en-US');
}

/** `1 stack`, `3 stacks`, `no stacks`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count === 0 ? 'no' : numberText(count)} ${count === 1 ? singular : plural}`;
}

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

export function sentence(text: string): string {
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

const PLURALS: Readonly<Record<Severity, string>> = {
  fatal: 'fatal',
  error: 'errors',
  warning: 'warnings',
  info: 'remarks',
};

const SINGULARS: Readonly<Record<Severity, string>> = {
  ...PLURALS,
  error: 'error',
  warning: 'warning',
  info: 'remark',
};

export function totalOf(counts: SeverityCounts): number {
  return SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
}

/** `1 fatal, 2 errors and 5 warnings`; severities without findings are left out. */
export function severityText(counts: SeverityCounts): string {
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    counted(counts[severity], SINGULARS[severity], PLURALS[severity]),
  );
  return listed(parts);
}
