import { timeIsShortIn } from '../../../lambda/api/time-is-short';

test.each([
  [20_000, false],
  [19_999, true],
])('with %d milliseconds left, time is short: %s', (milliseconds, isShort) => {
  expect(timeIsShortIn({ getRemainingTimeInMillis: () => milliseconds })()).toBe(isShort);
});
