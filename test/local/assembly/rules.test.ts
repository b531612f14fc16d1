import { LEAVE_OUT_RULES, ruleFor } from '../../../local/assembly/rules';

describe('rules for what the local run leaves out', () => {
  test.each(LEAVE_OUT_RULES.map((rule) => [rule.type, rule] as const))(
    '%s is left out for a stated reason',
    (_, rule) => {
      expect(rule.type).toMatch(/^(AWS::\w+|Custom)::\w+$/);
      expect(rule.reason).toMatch(/^[a-z].{10,}[^.]$/);
    },
  );

  test('no type has two rules', () => {
    const types = LEAVE_OUT_RULES.map(({ type }) => type);

    expect(types).toEqual([...new Set(types)]);
  });

  test('an alarm on a metric expression is left out, one on a metric is not', () => {
    const Type = 'AWS::CloudWatch::Alarm';

    expect(ruleFor({ Type, Properties: { Metrics: [{ Id: 'e1', Expression: 'a / b' }] } })).toBeDefined();
    expect(ruleFor({ Type, Properties: { MetricName: 'Errors' } })).toBeUndefined();
    expect(ruleFor({ Type })).toBeUndefined();
  });

  test.each([
    'AWS::DynamoDB::Table',
    'AWS::SQS::Queue',
    'AWS::Lambda::Function',
    'AWS::IAM::Role',
    'AWS::ApiGateway::Method',
  ])('%s is never left out: the run would not exercise the backend', (Type) => {
    expect(ruleFor({ Type })).toBeUndefined();
  });
});
