import { counted } from './boundary-figures';
import { findingLines } from './boundary-finding-text';
import type { Preflight, PreflightState } from './boundary-preflight';
import type { Shortfall } from './boundary-shortfall';
import type { ActionsByLevel } from '../src/core/boundary/action-difference';

const STATES: Readonly<Record<PreflightState, string>> = {
  sufficient: 'its boundaries are enough: nothing to do',
  insufficient: 'its boundaries are not enough',
  missing: 'it is not bootstrapped',
  unbounded: 'it is bootstrapped without a permissions boundary: whoever changes a template may do anything',
  exempt: 'a sandbox with the template of the CDK, which has no boundary: nothing to compare',
  empty: 'the app deploys nothing there: nothing to compare',
  unreadable: 'nothing is known of it',
};

/** What each account lacks, and what to do, for people. */
export function preflightLines(preflights: readonly Preflight[]): string[] {
  return preflights.flatMap(({ place, environments, state, reason, shortfall, command, mustRender }) => [
    `${place}${environments.length === 0 ? '' : ` (${environments.join(', ')})`}: ${STATES[state]}${reason === undefined ? '' : `: ${reason}`}`,
    ...(shortfall === undefined ? [] : shortfallLines(shortfall)),
    ...(mustRender
      ? ['  first render its template anew (compact-platform bootstrap:render): it is missing, or not enough either']
      : []),
    ...(command === undefined ? [] : [`  run: ${command}`]),
  ]);
}

function shortfallLines({ execution, workload, findings }: Shortfall): string[] {
  return [...lackLines('execution', execution), ...lackLines('workload', workload), ...findings.flatMap(findingLines)];
}

function lackLines(boundary: string, groups: ActionsByLevel): string[] {
  if (groups.length === 0) return [];
  const count = groups.reduce((sum, { actions }) => sum + actions.length, 0);
  return [
    `  the ${boundary} boundary lacks ${counted(count, 'action')}:`,
    ...groups.map(({ level, actions }) => `    + ${level}: ${actions.join(', ')}`),
  ];
}
