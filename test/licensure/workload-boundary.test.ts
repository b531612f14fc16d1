import { productionSettings, sandboxSettings } from './backend-settings';
import { allResources, synthesize } from './synthesized';
import type { LicensureBackendSettings } from '../../src/config/settings';

function boundariesOf(settings: LicensureBackendSettings): unknown[] {
  return allResources(synthesize(settings), 'AWS::IAM::Role').map(
    ([, { Properties }]) => Properties.PermissionsBoundary,
  );
}

test('every role of an environment that a pipeline deploys carries the workload boundary of its account', () => {
  const boundaries = boundariesOf(productionSettings());

  expect(boundaries.length).toBeGreaterThan(5);
  for (const boundary of boundaries) {
    expect(boundary).toEqual({
      'Fn::Join': [
        '',
        [
          'arn:',
          { Ref: 'AWS::Partition' },
          ':iam::111122223333:policy/cdk-hnb659fds-workload-boundary-111122223333-us-east-1',
        ],
      ],
    });
  }
});

test('the roles of a sandbox carry it when its settings say so, and otherwise need no such policy', () => {
  expect(new Set(boundariesOf(sandboxSettings()))).toEqual(new Set([undefined]));
  expect(boundariesOf(sandboxSettings({ workloadBoundary: true }))).not.toContain(undefined);
});
