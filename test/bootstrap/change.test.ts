import { applied, Change } from '../../src/bootstrap/overlay/change';

const template: any = {
  Parameters: { Name: { Default: 'a' } },
  Conditions: {},
  Resources: { Role: { Type: 'AWS::IAM::Role', Properties: { Tags: ['one', 'two', 'three'] } } },
  Outputs: {},
};

const change = (...edits: Change['edits']): Change => ({ name: 'test', what: 'something', why: 'a reason', edits });

test('edits add, replace and remove in a copy', () => {
  const result = applied(template, [
    change({ kind: 'add', path: ['Resources', 'Policy'], value: { Type: 'AWS::IAM::ManagedPolicy' } }),
    change({ kind: 'replace', path: ['Parameters', 'Name', 'Default'], was: 'a', value: 'b' }),
    change({ kind: 'remove', path: ['Resources', 'Role', 'Properties', 'Tags', 1] }),
  ]);

  expect(result).toEqual({
    Parameters: { Name: { Default: 'b' } },
    Conditions: {},
    Resources: {
      Role: { Type: 'AWS::IAM::Role', Properties: { Tags: ['one', 'three'] } },
      Policy: { Type: 'AWS::IAM::ManagedPolicy' },
    },
    Outputs: {},
  });
  expect(template.Parameters.Name.Default).toBe('a');
});

test('an overlay that does not fit says every place that has moved', () => {
  const misfits = change(
    { kind: 'add', path: ['Resources', 'Role'], value: {} },
    { kind: 'replace', path: ['Parameters', 'Name', 'Default'], was: 'c', value: 'b' },
    { kind: 'remove', path: ['Resources', 'Role', 'Properties', 'Tags', 7] },
    { kind: 'remove', path: ['Conditions', 'Gone', 'Fn::Equals'] },
  );

  expect(() => applied(template, [misfits])).toThrow(
    [
      'the overlay does not fit the upstream bootstrap template any more; compare it with the one of the CDK CLI and correct the overlay:',
      '  test: Resources.Role is there already',
      '  test: Parameters.Name.Default is "a", not "c"',
      '  test: Resources.Role.Properties.Tags[7] is not there',
      '  test: Conditions.Gone.Fn::Equals is in a place that is not there',
    ].join('\n'),
  );
});
