import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { StandardTags } from '../../src/platform/standard-tags';

const TAGS = { project: 'boards', service: 'licensure', environment: 'test' };

test('every stack of a stage gets the tags, with further ones', () => {
  const app = new App();
  const stage = new Stage(app, 'Test');
  new Topic(new Stack(stage, 'Service'), 'Topic');
  StandardTags.apply(stage, { ...TAGS, extra: { CostCentre: '42' } });

  const [stack] = app.synth().getNestedAssembly('assembly-Test').stacks;
  expect(stack.tags).toEqual({ Project: 'boards', Service: 'licensure', Environment: 'test', CostCentre: '42' });
});

test('a value that a stack has already stays', () => {
  const app = new App();
  new Stack(app, 'Pipelines', { tags: { Environment: 'pipeline' } });
  StandardTags.apply(app, TAGS);

  expect(app.synth().getStackByName('Pipelines').tags).toEqual({
    Project: 'boards',
    Service: 'licensure',
    Environment: 'pipeline',
  });
});

test('stacks that lack tags are errors where tags are required, in stages too, all at once', () => {
  const app = new App();
  StandardTags.require(app);
  new Stack(app, 'Forgotten');
  new Stack(new Stage(app, 'Test'), 'Half', { tags: { Project: 'boards', Service: ' ', Environment: 'test' } });

  expect(() => app.synth()).toThrow(
    /Forgotten lacks the tags Project, Service, Environment: give it all with StandardTags.apply[^]*Test-Half lacks the tags Service:/,
  );
});

test('tags that are applied above satisfy the requirement, also for nested stacks', () => {
  const app = new App();
  StandardTags.require(app);
  const stack = new Stack(app, 'Service');
  new Topic(new NestedStack(stack, 'Inner'), 'Topic');
  StandardTags.apply(stack, TAGS);

  expect(() => app.synth()).not.toThrow();
});
