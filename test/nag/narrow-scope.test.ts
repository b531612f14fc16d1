import { App, Stack, Stage } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { constructPaths } from '../../src/nag/construct-paths';
import { narrowerPlaces } from '../../src/nag/narrow-scope';

const RESOURCES = [
  'App/Stack/Handler/Role/Resource',
  'App/Stack/Handler/Role/DefaultPolicy/Resource',
  'App/Stack/Handler/Function/Resource',
  'App/Stack/Queues/One/Resource',
  'App/Stack/Queues/One/Policy/Resource',
  'App/Stack/Queues/Two/Resource',
  'App/Stack/Queues/Three/Resource',
  'App/Stack/Wrapper/Inner/Table/Resource',
  'App/Stack/Resource',
  'App/Other/Topic/Resource',
];

const PATHS = { resources: RESOURCES, deployables: ['', 'App', 'App/Stack', 'App/Other'] };

const STACK = 'App/Stack';
const ONE = 'App/Stack/Queues/One/Resource';
const TWO = 'App/Stack/Queues/Two/Resource';
const TABLE = 'App/Stack/Wrapper/Inner/Table/Resource';

test.each<[string, string, string[]]>([
  ['the resource itself', ONE, [ONE]],
  ['the construct whose own part the resource is, though its policy lies below it too', 'App/Stack/Queues/One', [ONE]],
  ['a role whose default policy has it', 'App/Stack/Handler/Role', ['App/Stack/Handler/Role/DefaultPolicy/Resource']],
  ['the construct that holds both that have it, though not a third one', 'App/Stack/Queues', [ONE, TWO]],
  ['a construct with nothing else below it', 'App/Stack/Wrapper', [TABLE]],
])('an acknowledgement on %s stands well', (_name, scope, withFinding) => {
  expect(narrowerPlaces(scope, withFinding, PATHS)).toBeUndefined();
});

test.each<[string, string, string[], string[]]>([
  [
    'a construct of which one part has it',
    'App/Stack/Handler',
    ['App/Stack/Handler/Function/Resource'],
    ['App/Stack/Handler/Function'],
  ],
  [
    'a construct whose policy has it',
    'App/Stack/Queues/One',
    ['App/Stack/Queues/One/Policy/Resource'],
    ['App/Stack/Queues/One/Policy'],
  ],
  ['a construct of which one child has it', 'App/Stack/Queues', [TWO], ['App/Stack/Queues/Two']],
  ['a stack of which one construct has it', STACK, [ONE, TWO], ['App/Stack/Queues']],
  ['a stack all over which it is', STACK, [TWO, TABLE], ['App/Stack/Queues/Two', 'App/Stack/Wrapper/Inner/Table']],
  ['a stack whose own resource has it', STACK, ['App/Stack/Resource'], ['App/Stack/Resource']],
  ['a stage', 'App', [ONE], ['App/Stack/Queues/One']],
  [
    'the app, when two stacks have it',
    '',
    [ONE, 'App/Other/Topic/Resource'],
    ['App/Other/Topic', 'App/Stack/Queues/One'],
  ],
])('an acknowledgement on %s should stand elsewhere', (_name, scope, withFinding, places) => {
  expect(narrowerPlaces(scope, withFinding, PATHS)).toEqual(places);
});

test('a stack is no place for an acknowledgement even if it has one resource only', () => {
  const paths = { resources: ['Stack/Queue/Resource'], deployables: ['', 'Stack'] };

  expect(narrowerPlaces('Stack', ['Stack/Queue/Resource'], paths)).toEqual(['Stack/Queue']);
});

test('the paths of an app are those of its resources, and of its stages and stacks', () => {
  const app = new App();
  const stack = new Stack(new Stage(app, 'Test'), 'Service');
  new Queue(stack, 'Queue');

  expect(constructPaths(app)).toEqual({
    resources: ['Test/Service/Queue/Resource'],
    deployables: ['', 'Test', 'Test/Service'],
  });
});
