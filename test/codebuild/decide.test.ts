import { decide, Execution, NextStep, Situation, tellsEnough } from '../../codebuild/self-mutation/decide';

/** Instants are small numbers: the execution `self` begins at 100. */
function execution(id: string, startedAt: number, changes: Partial<Execution> = {}): Execution {
  return { id, startedAt, status: 'InProgress', commitId: 'c1', startedByCall: false, ...changes };
}

const self = execution('self', 100);
const CHANGED = 150;

function step(others: readonly Execution[], changes: Partial<Situation> = {}): NextStep {
  const history = [...others, changes.execution ?? self].sort((one, other) => other.startedAt - one.startedAt);
  return decide({
    execution: self,
    commitId: 'c1',
    history,
    pipelineUpdatedAt: CHANGED,
    maximumRestarts: 2,
    ...changes,
  });
}

test.each([
  ['long ago', 0, 'continue'],
  ['at the very instant that the execution began', 100, 'continue'],
  ['a moment later', 101, 'restart'],
])('a pipeline that was updated %s (%d): %s', (_when, pipelineUpdatedAt, kind) => {
  expect(step([], { pipelineUpdatedAt })).toEqual({ kind });
});

test.each([
  ['InProgress', 'restart'],
  ['Cancelled', 'restart'],
  ['Failed', 'restart'],
  ['Stopping', 'leave'],
  ['Stopped', 'leave'],
  ['Superseded', 'leave'],
  ['Succeeded', 'leave'],
])('an execution that is %s under a changed pipeline: %s', (status, kind) => {
  expect(step([], { execution: { ...self, status } })).toEqual({ kind });
});

test.each(['InProgress', 'Succeeded', 'Failed', 'Stopped', 'Cancelled', 'Superseded'])(
  'an execution of the commit that began after the update is the successor, also when it is %s',
  (status) => {
    const successor = execution('successor', 160, { status });

    expect(step([successor])).toEqual({ kind: 'yield', to: successor, sameCommit: true });
  },
);

test('an execution of the commit that began before the update has the old definition and is no successor', () => {
  expect(step([execution('other', 140)])).toEqual({ kind: 'restart' });
});

test.each<[string, Partial<Execution>, number, NextStep['kind']]>([
  ['running', {}, 120, 'yield'],
  ['running, begun after the update', {}, 170, 'yield'],
  ['that failed', { status: 'Failed' }, 120, 'restart'],
  ['that was cancelled by the update', { status: 'Cancelled' }, 120, 'restart'],
  ['that began before', {}, 90, 'restart'],
  ['started by call', { startedByCall: true }, 120, 'yield'],
  ['not known yet, started by a tag', { commitId: undefined }, 120, 'yield'],
  ['not known yet, started by call', { commitId: undefined, startedByCall: true }, 160, 'restart'],
])('an execution of another commit, %s: %j at %d → %s', (_name, changes, startedAt, kind) => {
  expect(step([execution('other', startedAt, { commitId: 'c2', ...changes })]).kind).toBe(kind);
});

const byCall = { startedByCall: true };

test.each<[string, readonly Execution[], Partial<Execution>, NextStep]>([
  ['none: a tag started it', [], {}, { kind: 'restart' }],
  ['none: somebody called for it', [], byCall, { kind: 'restart' }],
  [
    'none: a tag started it after others',
    [execution('a', 1, byCall), execution('b', 2, byCall)],
    {},
    { kind: 'restart' },
  ],
  ['one', [execution('a', 1, { status: 'Stopped' })], byCall, { kind: 'restart' }],
  [
    'two',
    [execution('a', 1, { status: 'Stopped' }), execution('b', 2, { ...byCall, status: 'Cancelled' })],
    byCall,
    { kind: 'giveUp', restarts: 2 },
  ],
  [
    'two, with executions of other commits between',
    [
      execution('a', 1, { status: 'Stopped' }),
      execution('x', 2, { commitId: 'c2' }),
      execution('b', 3, { ...byCall, status: 'Failed' }),
      execution('y', 4, { commitId: undefined }),
    ],
    byCall,
    { kind: 'giveUp', restarts: 2 },
  ],
  [
    'one since a success',
    [
      execution('a', 1, { status: 'Stopped' }),
      execution('b', 2, { ...byCall, status: 'Succeeded' }),
      execution('c', 3, { ...byCall, status: 'Stopped' }),
    ],
    byCall,
    { kind: 'restart' },
  ],
  [
    'more than the history goes back',
    [execution('b', 2, { ...byCall, status: 'Stopped' }), execution('c', 3, { ...byCall, status: 'Stopped' })],
    byCall,
    { kind: 'giveUp', restarts: 2 },
  ],
])('of two allowed restarts it took %s', (_name, earlier, changes, expected) => {
  expect(step(earlier, { execution: { ...self, ...changes } })).toEqual(expected);
});

test('with no restart allowed the first change is one too many', () => {
  expect(step([], { maximumRestarts: 0 })).toEqual({ kind: 'giveUp', restarts: 0 });
});

test.each<[string, readonly Execution[], boolean]>([
  ['the execution itself is not in it', [execution('a', 1), execution('b', 2), execution('c', 3)], false],
  ['it has too few earlier ones of the commit', [self, execution('a', 1)], false],
  ['they are of other commits', [self, execution('a', 2, { commitId: 'c2' }), execution('b', 1)], false],
  ['it has as many as restarts are allowed', [execution('z', 200), self, execution('b', 2), execution('a', 1)], true],
])('whether a history tells enough when %s: %#', (_name, history, expected) => {
  expect(tellsEnough(history, { executionId: 'self', commitId: 'c1', maximumRestarts: 2 })).toBe(expected);
});
