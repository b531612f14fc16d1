import { Logger } from '@aws-lambda-powertools/logger';
import { bareErrors } from '../../../lambda/infra/bare-errors';

function logged(error: Error): any {
  const lines: string[] = [];
  const logger = new Logger({ logLevel: 'ERROR', jsonReplacerFn: bareErrors });
  Object.assign(logger, { console: { error: (line: string) => lines.push(line) } });
  logger.setLogLevel('ERROR');
  logger.error('message failed', { error });
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0]);
}

test('a logged error keeps its name, its message and where it was thrown', () => {
  const { error } = logged(new TypeError('no such table'));

  expect(error).toMatchObject({ name: 'TypeError', message: 'no such table' });
  expect(error.stack).toMatch(/bare-errors\.test/);
});

test('what a client hung on an error, or on its cause, is not logged', () => {
  const cause = Object.assign(new Error('condition not met'), { Item: { ssn: { S: '900-11-2222' } } });
  const error = Object.assign(new Error('not stored', { cause }), { item: { familyName: 'Okafor' }, $metadata: {} });

  const line = logged(error);

  expect(Object.keys(line.error).sort()).toEqual(['cause', 'message', 'name', 'stack']);
  expect(Object.keys(line.error.cause).sort()).toEqual(['message', 'name', 'stack']);
  expect(JSON.stringify(line)).not.toMatch(/900-11-2222|Okafor/);
});
