import { prune } from '../../../local/assembly/prune';
import { Template } from '../../../local/assembly/template';

const without = (template: Template, ...logicalIds: string[]) =>
  prune(template, { logicalIds: new Set(logicalIds), exports: new Set(['OldExport']) });

describe('taking resources out of a template', () => {
  test('what does not refer to them stays as it is', () => {
    const kept = { Type: 'AWS::SQS::Queue', Properties: { Tags: [{ Key: 'Gone', Value: 'no reference' }] } };

    const { template, places } = without({ Resources: { Gone: { Type: 'X' }, Kept: kept } }, 'Gone');

    expect(template.Resources).toEqual({ Kept: kept });
    expect(places).toEqual([]);
  });

  test('dependencies on them go, and the others remain', () => {
    const Resources = { A: { Type: 'X', DependsOn: ['Gone', 'B'] }, B: { Type: 'X', DependsOn: 'Gone' } };

    expect(without({ Resources }, 'Gone').template.Resources).toEqual({
      A: { Type: 'X', DependsOn: ['B'] },
      B: { Type: 'X' },
    });
  });

  test.each([
    ['Ref', { Ref: 'Gone' }],
    ['Fn::GetAtt as a list', { 'Fn::GetAtt': ['Gone', 'Arn'] }],
    ['Fn::GetAtt as text', { 'Fn::GetAtt': 'Gone.Arn' }],
    ['Fn::Sub', { 'Fn::Sub': 'arn:${Gone.Name}' }],
    ['Fn::Sub with variables', { 'Fn::Sub': ['${Gone}-${x}', { x: 1 }] }],
    ['an import of a lost export', { 'Fn::ImportValue': 'OldExport' }],
    ['a function around a reference', { 'Fn::Join': ['', ['arn:', { Ref: 'Gone' }]] }],
  ])('a property that holds %s goes, and its place is reported', (_, value) => {
    const Resources = { A: { Type: 'X', Properties: { Name: 'a', Target: value } } };

    const { template, places } = without({ Resources }, 'Gone');

    expect(template.Resources.A.Properties).toEqual({ Name: 'a' });
    expect(places).toEqual(['A.Target']);
  });

  test.each([
    ['another resource whose name begins alike', { Ref: 'GoneElsewhere' }],
    ['a literal in Fn::Sub', { 'Fn::Sub': '${!Gone}' }],
    ['an import of another export', { 'Fn::ImportValue': 'Export' }],
  ])('a property that holds %s stays', (_, value) => {
    const Resources = { A: { Type: 'X', Properties: { Target: value } } };

    expect(without({ Resources }, 'Gone').template.Resources.A.Properties).toEqual({ Target: value });
  });

  test('a list loses the element only, and goes when it has none left', () => {
    const Resources = {
      A: {
        Type: 'X',
        Properties: { Some: ['b', { Ref: 'Gone' }], All: [{ Ref: 'Gone' }], Deep: { In: [{ Ref: 'Gone' }] } },
      },
    };

    expect(without({ Resources }, 'Gone').template.Resources.A.Properties).toEqual({ Some: ['b'], Deep: {} });
  });

  test('a policy statement about them goes as a whole instead of losing its resource', () => {
    const statement = (Resource: unknown) => ({ Effect: 'Allow', Action: 'logs:PutLogEvents', Resource });
    const Statement = [statement({ 'Fn::GetAtt': ['Gone', 'Arn'] }), statement('arn:kept')];
    const Resources = { Policy: { Type: 'AWS::IAM::Policy', Properties: { PolicyDocument: { Statement } } } };

    expect(without({ Resources }, 'Gone').template.Resources.Policy.Properties).toEqual({
      PolicyDocument: { Statement: [statement('arn:kept')] },
    });
  });

  test('outputs about them go, and the names of their exports are reported for later stacks', () => {
    const Outputs = {
      Lost: { Value: { Ref: 'Gone' }, Export: { Name: 'Stack:Gone' } },
      Kept: { Value: 'x', Export: { Name: 'Stack:Kept' } },
    };

    const { template, exports } = without({ Resources: { Gone: { Type: 'X' } }, Outputs }, 'Gone');

    expect(template.Outputs).toEqual({ Kept: Outputs.Kept });
    expect(exports).toEqual(['Stack:Gone']);
  });
});
