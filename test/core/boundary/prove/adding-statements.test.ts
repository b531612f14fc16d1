import fc from 'fast-check';
import { ACCOUNT, accountWith, iam, PLACE, Statement, WORKLOAD } from './boundaries';
import { ESCAPE_CASES, EscapeCase } from './escape-cases';
import { boundaryTables } from '../../../../src/boundary/tables';
import { firstActors } from '../../../../src/core/boundary/prove/escape/actor';
import type { Technique } from '../../../../src/core/boundary/prove/escape/attempt';
import { TECHNIQUES } from '../../../../src/core/boundary/prove/escape/techniques';
import { tryAttempt } from '../../../../src/core/boundary/prove/escape/try-attempt';
import { worldOf } from '../../../../src/core/boundary/prove/escape/world';
import { propertyRuns } from '../../../properties/runs';

// The nightly run tries twenty times as many.
jest.setTimeout(1_800_000);

const { actions } = boundaryTables();

/** How open each path of a technique is with a boundary as it is and with a statement more: 0 for closed, 2 for open. */
function openness(technique: Technique, { boundary, workload, account }: EscapeCase, statement: Statement) {
  const before = accountWith(boundary, workload, account);
  const after = accountWith([...boundary, statement], workload, account);
  const [actor, changed] = [before, after].map((model) => firstActors(model, actions)[0]);
  return technique(worldOf(before), before).map((attempt) => {
    const [one, other] = [actor, changed].map((each) =>
      ['no', 'unknown', 'yes'].indexOf(tryAttempt(attempt, each).verdict),
    );
    return { path: attempt.path, before: one, after: other };
  });
}

const someActions = fc.subarray(
  [
    'iam:Put*',
    'iam:PassRole',
    'iam:*Policy*',
    'iam:Update*',
    'iam:*Group*',
    'iam:Delete*',
    'sts:AssumeRole',
    's3:*',
    'lambda:*',
    'cloudformation:*',
  ],
  { minLength: 1 },
);
const someResources = fc.subarray(
  [
    '*',
    iam('role/*'),
    iam('role/app-*'),
    iam('role/*admin*'),
    iam('policy/*'),
    iam(`policy/cdk-*-boundary-${ACCOUNT}-*`),
    iam('user/anna'),
    `arn:aws:s3:::cdk-hnb659fds-assets-${PLACE}/*`,
  ],
  { minLength: 1 },
);
const someCondition = fc.constantFrom<Statement['Condition']>(
  {},
  {},
  { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
  { StringNotEquals: { 'iam:PermissionsBoundary': WORKLOAD } },
  { Null: { 'iam:PermissionsBoundary': 'true' } },
  { StringEquals: { 'aws:ResourceTag/app': 'boards' } },
);
const someStatement = (Effect: Statement['Effect']) =>
  fc
    .record({ Action: someActions, Resource: someResources, Condition: someCondition })
    .map((parts): Statement => ({ Sid: 'Added', Effect, ...parts }));
const someBoundary = fc.constantFrom(...ESCAPE_CASES);

const someTechnique = fc.constantFrom(...TECHNIQUES);

test('a denial more opens no path', () => {
  fc.assert(
    fc.property(someTechnique, someBoundary, someStatement('Deny'), (technique, boundary, statement) => {
      const paths = openness(technique, boundary, statement);

      expect(paths.filter(({ before, after }) => after > before)).toEqual([]);
    }),
    propertyRuns(),
  );
});

test('a permission more closes no path', () => {
  fc.assert(
    fc.property(someTechnique, someBoundary, someStatement('Allow'), (technique, boundary, statement) => {
      const paths = openness(technique, boundary, statement);

      expect(paths.filter(({ before, after }) => after < before)).toEqual([]);
    }),
    propertyRuns(),
  );
});

test('the statements that are added do open and close paths', () => {
  const samples = fc.sample(fc.tuple(someTechnique, someBoundary, someStatement('Allow'), someStatement('Deny')), {
    numRuns: 200,
    seed: 1,
  });
  const opened = samples
    .flatMap(([technique, boundary, more]) => openness(technique, boundary, more))
    .filter(({ before, after }) => after > before);
  const closed = samples
    .flatMap(([technique, boundary, , less]) => openness(technique, boundary, less))
    .filter(({ before, after }) => after < before);

  expect(opened.length).toBeGreaterThan(0);
  expect(closed.length).toBeGreaterThan(0);
});
