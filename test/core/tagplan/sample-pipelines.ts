import type { PlannedPipeline, PlannedStage } from '../../../src/core/tagplan/plan';

export function stage(name: string, changes: Partial<PlannedStage> = {}): PlannedStage {
  return {
    name,
    account: '222233334444',
    region: 'us-east-1',
    approvals: [],
    gates: [],
    smoke: [],
    rollback: false,
    ...changes,
  };
}

export function pipeline(name: string, pattern: string, changes: Partial<PlannedPipeline> = {}): PlannedPipeline {
  return {
    name,
    trigger: { kind: 'tags', repository: 'example/service', patterns: [pattern] },
    stages: [stage(name)],
    sharesTagsWith: [],
    ...changes,
  };
}

/** Two pipelines as CompactConnect has them: a release tag deploys beta, then prod once somebody agreed. */
export const TEST_AND_RELEASE: readonly PlannedPipeline[] = [
  pipeline('cc-test', 'cc-test-*'),
  pipeline('cc-release', 'cc-prod-*', {
    stages: [
      stage('beta', { account: '333344445555', smoke: ['smoke tests'] }),
      stage('prod', { account: '444455556666', approvals: ['deployment', 'broader permissions'], rollback: true }),
    ],
  }),
];
