import { verdictOn } from '../../codebuild/self-mutation/change-set';

const EMPTY = "The submitted information didn't contain changes. Submit different information to create a change set.";

test.each([
  ['CREATE_COMPLETE', '', 'AVAILABLE', 'changes'],
  ['CREATE_COMPLETE', '', 'OBSOLETE', 'outdated'],
  ['CREATE_COMPLETE', '', 'UNAVAILABLE', 'outdated'],
  ['FAILED', EMPTY, 'UNAVAILABLE', 'noChanges'],
  ['FAILED', 'No updates are to be performed.', 'UNAVAILABLE', 'noChanges'],
  ['FAILED', 'Template error: resource Role does not exist', 'UNAVAILABLE', 'failed'],
  ['FAILED', '', 'UNAVAILABLE', 'failed'],
  ['CREATE_IN_PROGRESS', '', 'UNAVAILABLE', 'failed'],
  ['DELETE_COMPLETE', EMPTY, 'UNAVAILABLE', 'failed'],
])('a change set that is %s (%s) and %s: %s', (status, statusReason, executionStatus, verdict) => {
  expect(verdictOn({ id: 'id', changes: [], status, statusReason, executionStatus })).toBe(verdict);
});
