import type { ParameterChange } from '../../src/config/parameters/parameter-difference';

/** Changes as lines a person reads: what goes with a minus, what comes with a plus. */
export function differenceLines(changes: readonly ParameterChange[]): string[] {
  return changes.flatMap(({ path, kind, before, after }) => {
    const place = path === '' ? '' : `${path}: `;
    return [
      ...(kind === 'added' ? [] : [`- ${place}${JSON.stringify(before)}`]),
      ...(kind === 'removed' ? [] : [`+ ${place}${JSON.stringify(after)}`]),
    ];
  });
}
