import { App } from 'aws-cdk-lib';
import { addPipeline, newPipelineStack, PROD, TEST } from './sample-app';
import { plannedPipelines } from '../../src/pipeline/read-plan';

test('a cloud assembly tells what its pipelines do', () => {
  const app = new App();
  addPipeline(newPipelineStack(app, 'One'), { stages: [{ environment: TEST, smokeCommands: ['true'] }] }, 'A');
  const prod = { environment: PROD, approval: true, approveBroadening: true, rollbackOnFailure: true };
  addPipeline(newPipelineStack(app, 'Two'), { stages: [prod], pipeline: { sharesTagsWith: ['One-A'] } }, 'B');
  const trigger = { kind: 'tags', repository: 'example/service', patterns: ['service-*'] };

  expect(plannedPipelines(app.synth().directory)).toEqual([
    {
      name: 'One-A',
      trigger,
      stages: [{ ...TEST, approvals: [], gates: [], smoke: ['smoke tests'], rollback: false }],
      sharesTagsWith: [],
    },
    {
      name: 'Two-B',
      trigger,
      stages: [{ ...PROD, approvals: ['deployment', 'broader permissions'], gates: [], smoke: [], rollback: true }],
      sharesTagsWith: ['One-A'],
    },
  ]);
});

test('a cloud assembly without pipelines has no plan', () => {
  expect(plannedPipelines(new App().synth().directory)).toEqual([]);
});
