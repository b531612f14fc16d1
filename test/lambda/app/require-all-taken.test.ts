import { requireAllTaken } from '../../../lambda/app/require-all-taken';

test('a batch that was taken whole is fine', () => {
  expect(() => requireAllTaken([], 'messages')).not.toThrow();
});

test('refusals say how many, of what and why, each reason once', () => {
  const refused = ['Throttled', 'Throttled', 'TooLong'].map((reason, index) => ({ index, reason }));

  expect(() => requireAllTaken(refused, 'messages')).toThrow('3 messages were refused: Throttled, TooLong');
});
