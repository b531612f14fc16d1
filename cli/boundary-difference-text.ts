import type { BoundaryDifference } from './boundary-difference';
import { counted, shortened } from './boundary-figures';
import type { ActionDifference, ActionsByLevel } from '../src/core/boundary/action-difference';

const NOTHING = 'nothing is needed more or less';

const BOUNDARIES = [
  ['execution', 'execution boundary (control plane)'],
  ['workload', 'workload boundary (data plane)'],
] as const;

/** Differences by account, for a terminal: what comes with a plus, what goes with a minus. */
export function differenceText(differences: readonly BoundaryDifference[]): string[] {
  return differences.flatMap((difference, index) => [
    ...(index === 0 ? [] : ['']),
    ...(isEmpty(difference) ? [`${difference.place}: ${NOTHING}`] : [difference.place, ...textLines(difference)]),
  ]);
}

function textLines(difference: BoundaryDifference): string[] {
  const { gained, lost } = difference.serviceLinkedRoles;
  return [
    ...BOUNDARIES.flatMap(([boundary, name]) => {
      const changes = difference[boundary];
      if (isUnchanged(changes)) return [];
      return [`  ${name}: ${summary(changes)}`, ...signed('+', changes.gained), ...signed('-', changes.lost)];
    }),
    ...(gained.length + lost.length === 0 ? [] : ['  service-linked roles:']),
    ...gained.map((service) => `    + ${service}`),
    ...lost.map((service) => `    - ${service}`),
  ];
}

function signed(sign: string, groups: ActionsByLevel): string[] {
  return groups.flatMap(({ level, actions }) => [`    ${sign} ${level}: ${actions.join(', ')}`]);
}

/** `3 actions gained, 1 lost`. */
function summary({ gained, lost }: ActionDifference): string {
  return `${counted(actionsOf(gained).length, 'action')} gained, ${actionsOf(lost).length} lost`;
}

/** A comment of a pull request may have 65,536 characters: beyond this many actions a row names their number. */
const MOST_ACTIONS_OF_ROW = 40;

/** Differences by account, for a pull request. */
export function differenceMarkdown(differences: readonly BoundaryDifference[]): string[] {
  return differences.flatMap((difference, index) => [
    ...(index === 0 ? [] : ['']),
    `### ${difference.place}`,
    '',
    ...(isEmpty(difference) ? [sentence(NOTHING)] : tableOf(difference)),
  ]);
}

function tableOf(difference: BoundaryDifference): string[] {
  const { gained, lost } = difference.serviceLinkedRoles;
  return [
    '| for | change | access level | actions |',
    '|---|---|---|---|',
    ...BOUNDARIES.flatMap(([boundary, name]) => [
      ...actionRows(name, 'gained', difference[boundary].gained),
      ...actionRows(name, 'lost', difference[boundary].lost),
    ]),
    ...serviceRows('gained', gained),
    ...serviceRows('lost', lost),
  ];
}

function actionRows(name: string, change: string, groups: ActionsByLevel): string[] {
  return groups.map(
    ({ level, actions }) =>
      `| ${name} | ${change} | ${level} | ${shortened(actions.map(code), MOST_ACTIONS_OF_ROW, ' ')} |`,
  );
}

function serviceRows(change: string, services: readonly string[]): string[] {
  return services.length === 0 ? [] : [`| service-linked roles | ${change} | | ${services.map(code).join(' ')} |`];
}

/** Names of actions and services have no character that Markdown reads inside of code; templates may say anything. */
function code(text: string): string {
  return `\`${text.replace(/[`|\r\n]/g, '?')}\``;
}

function sentence(text: string): string {
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

function isEmpty({ execution, workload, serviceLinkedRoles: { gained, lost } }: BoundaryDifference): boolean {
  return isUnchanged(execution) && isUnchanged(workload) && gained.length + lost.length === 0;
}

function isUnchanged({ gained, lost }: ActionDifference): boolean {
  return gained.length + lost.length === 0;
}

function actionsOf(groups: ActionsByLevel): string[] {
  return groups.flatMap(({ actions }) => actions);
}
