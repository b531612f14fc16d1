import { pipeline, stage, TEST_AND_RELEASE } from './sample-pipelines';
import { conflicts, planFor } from '../../../src/core/tagplan/plan';

function namesStartedBy(tag: string, pipelines = TEST_AND_RELEASE): string[] {
  return planFor(tag, pipelines).starts.map(({ name }) => name);
}

describe('a tag', () => {
  test('starts the pipeline whose pattern it matches, with its stages in order', () => {
    const [release] = planFor('cc-prod-2026.11.21', TEST_AND_RELEASE).starts;

    expect(release.name).toBe('cc-release');
    expect(release.stages.map(({ name, account }) => [name, account])).toEqual([
      ['beta', '333344445555'],
      ['prod', '444455556666'],
    ]);
  });

  test('starts all pipelines whose patterns it matches', () => {
    const pipelines = [pipeline('beta', 'cc-prod-*'), pipeline('prod', 'cc-prod-*'), pipeline('test', 'cc-test-*')];

    expect(namesStartedBy('cc-prod-1', pipelines)).toEqual(['beta', 'prod']);
  });

  test('starts a pipeline once, however many of its patterns match', () => {
    const trigger = { kind: 'tags', repository: 'example/service', patterns: ['a*', '*b'] } as const;

    expect(namesStartedBy('ab', [pipeline('both', '', { trigger })])).toEqual(['both']);
  });

  test('starts nothing that a branch starts', () => {
    const trigger = { kind: 'branch', repository: 'example/service', branch: 'main' } as const;

    expect(namesStartedBy('main', [pipeline('branch', '', { trigger })])).toEqual([]);
  });
});

describe('pipelines', () => {
  test('with separate patterns are no conflict', () => {
    expect(conflicts(TEST_AND_RELEASE)).toEqual([]);
  });

  test.each([
    [
      'cc-*-a',
      'cc-prod-*',
      'the pipeline one (tags cc-*-a) and the pipeline two (tags cc-prod-*) are both started by the tag cc-prod-a; make the patterns differ, or name one in sharesTagsWith of two',
    ],
    [
      'cc-*',
      'cc-prod-*',
      'the pipeline one (tags cc-*) and the pipeline two (tags cc-prod-*) are both started by the tag cc-prod-, and two never starts without one; make the patterns differ, or name one in sharesTagsWith of two',
    ],
    [
      'cc-prod-*',
      '**',
      'the pipeline one (tags cc-prod-*) and the pipeline two (tags **) are both started by the tag cc-prod-, and one never starts without two; make the patterns differ, or name one in sharesTagsWith of two',
    ],
    [
      'v[12]',
      'v{1,2}',
      'the pipeline one (tags v[12]) and the pipeline two (tags v{1,2}) are both started by the tag v1, and neither ever starts without the other; make the patterns differ, or name one in sharesTagsWith of two',
    ],
  ])('of %s and %s are a conflict that names both, and a tag that starts both', (one, other, message) => {
    expect(conflicts([pipeline('one', one), pipeline('two', other)])).toEqual([message]);
  });

  test.each([
    [['two'], []],
    [[], ['one']],
  ])('may share tags when one of them says so (%j, %j)', (ofOne, ofTwo) => {
    const one = pipeline('one', 'cc-prod-*', { sharesTagsWith: ofOne });
    const two = pipeline('two', 'cc-prod-*', { sharesTagsWith: ofTwo });

    expect(conflicts([one, two])).toEqual([]);
  });

  test('of different repositories are no conflict', () => {
    const trigger = { kind: 'tags', repository: 'example/other', patterns: ['cc-*'] } as const;

    expect(conflicts([pipeline('one', 'cc-*'), pipeline('two', '', { trigger })])).toEqual([]);
  });

  test('with patterns that can not be read, or shares with nobody, are reported all at once', () => {
    const pipelines = [
      pipeline('one', 'a{b', { sharesTagsWith: ['one', 'realease'] }),
      pipeline('release', 'b', { sharesTagsWith: ['something else'], stages: [stage('prod')] }),
    ];

    expect(conflicts(pipelines)).toEqual([
      'the pipeline one can not be started: the tag pattern a{b is malformed: a { has no }; a backslash takes a special character literally',
      'the pipeline one shares its tags with one, which is itself: remove it from sharesTagsWith',
      'the pipeline one shares its tags with realease, which is no pipeline of this app: did you mean release?',
      'the pipeline release shares its tags with something else, which is no pipeline of this app: use one of one',
    ]);
  });

  test('can not share tags when there is only one', () => {
    expect(conflicts([pipeline('one', 'a', { sharesTagsWith: ['two'] })])).toEqual([
      'the pipeline one shares its tags with two, which is no pipeline of this app: there is no other',
    ]);
  });
});
