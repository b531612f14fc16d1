import { isReserved } from './reserved-actions';
import { displayed, Problem } from '../../config/problem';
import { listOf, Statement } from '../policies/statement';

/** What is wrong with statements that are to become part of a boundary: they could undo it. */
export function contentProblems(boundary: string, statements: readonly Statement[]): Problem[] {
  return statements.flatMap((statement, index) => {
    if (statement.Effect !== 'Allow') return [];
    const path = `${boundary}[${index}]`;
    const actions = listOf(statement.Action).flatMap((action) => actionProblems(path, action));
    return statement.NotAction === undefined ? actions : [...actions, allowsAllOthers(path, statement.NotAction)];
  });
}

function actionProblems(path: string, action: string): Problem[] {
  const [service, name] = action.split(':');
  if (name === undefined || !/^[a-z0-9-]+$/i.test(service)) {
    return [
      {
        ...place(path, action),
        reason: 'a boundary is made of named services only',
        remedy: 'list the actions, each as <service>:<action>',
      },
    ];
  }
  if (!isReserved(action)) return [];
  return [
    {
      ...place(path, action),
      reason: 'only the bootstrap itself allows actions of this service, or else the boundary could be escaped',
      remedy: 'leave the action out',
    },
  ];
}

const allowsAllOthers = (path: string, notAction: unknown): Problem => ({
  ...place(path, { NotAction: notAction }),
  reason: 'it allows all that it does not name',
  remedy: 'list the actions that are needed',
});

const place = (path: string, value: unknown) => ({ file: 'boundary content', path, value: displayed(value) });
