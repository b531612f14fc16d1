import { hasRecentEncumbrance } from '../../../../src/core/licensure/changes/recent-encumbrance';
import type { AdverseAction } from '../../../../src/core/licensure/records/adverse-action';

const lifted = (effectiveLiftDate?: string) => ({ effectiveLiftDate }) as AdverseAction;

test.each([
  ['an encumbrance that stands', '2025-06-15T12:00:00+00:00', undefined, true],
  ['one lifted two years ago', '2025-06-15T12:00:00+00:00', '2023-06-15', true],
  ['one lifted two years and a day ago', '2025-06-15T12:00:00+00:00', '2023-06-14', false],
  ['one lifted two years and a day ago, west of UTC', '2025-06-15T03:00:00+00:00', '2023-06-14', true],
  ['on 29 February, one lifted on 28 February', '2024-02-29T12:00:00+00:00', '2022-02-28', true],
  ['on 29 February, one lifted on 27 February', '2024-02-29T12:00:00+00:00', '2022-02-27', false],
  ['on 1 March, one lifted on 28 February', '2024-03-01T12:00:00+00:00', '2022-02-28', false],
  ['two years after 29 February, one lifted on that day', '2026-03-01T12:00:00+00:00', '2024-02-29', false],
])('%s bars from buying privileges or not', (_what, now, liftDate, barred) => {
  expect(hasRecentEncumbrance([lifted('2001-01-01'), lifted(liftDate)], now)).toBe(barred);
});

test('without adverse actions nothing bars', () => {
  expect(hasRecentEncumbrance([], '2025-06-15T12:00:00+00:00')).toBe(false);
});
