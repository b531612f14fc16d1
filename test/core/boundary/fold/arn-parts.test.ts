import { arnParts, certainBeginning } from '../../../../src/core/boundary/fold/arn-parts';
import type { PartialText } from '../../../../src/core/iam/partial-text';

const region = { unknown: 'AWS::Region' };
const account = { unknown: 'AWS::AccountId' };
const name = { unknown: 'Table@Data' };

test.each<[arn: PartialText, resource: PartialText]>([
  [['arn:aws:sqs:us-east-1:111122223333:orders'], ['orders']],
  [['arn:aws:sqs:', region, ':', account, ':orders'], ['orders']],
  [
    ['arn:aws:dynamodb:', region, ':', account, ':table/', name, '/index/*'],
    ['table/', name, '/index/*'],
  ],
  [
    ['arn:aws:logs:', region, ':', account, ':log-group:api:log-stream:', name],
    ['log-group:api:log-stream:', name],
  ],
  [['arn:aws:sqs:', region, ':', account, ':', name], [name]],
  [['arn:aws:', 'sqs:', region, ':', account, ':or', 'ders'], ['orders']],
  [['arn:aws:s3:::'], []],
])('%j has its parts', (arn, resource) => {
  expect(arnParts(arn)).toMatchObject({ partition: ['aws'], resource });
});

test.each<[arn: PartialText]>([
  [[]],
  [['*']],
  [['arn:aws:s3:*']],
  [[{ unknown: 'Table.Arn@Data' }]],
  [[{ unknown: 'Table.Arn@Data' }, '/index/*']],
  [['urn:aws:sqs:us-east-1:111122223333:orders']],
  [[{ unknown: 'scheme' }, ':aws:sqs:us-east-1:111122223333:orders']],
])('%j has none', (arn) => {
  expect(arnParts(arn)).toBeUndefined();
});

test.each<[text: PartialText, beginning: string, isAll: boolean]>([
  [['orders'], 'orders', true],
  [['orders-*'], 'orders-', false],
  [['orders-', name], 'orders-', false],
  [['user/${aws:username}'], 'user/', false],
  [['or?er'], 'or', false],
  [[name, 'orders'], '', false],
  [[], '', true],
])('%j begins with %s', (text, beginning, isAll) => {
  expect(certainBeginning(text)).toEqual({ beginning, isAll });
});
