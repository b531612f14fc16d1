import type { AdverseAction } from '../records/adverse-action';
import { expirationToday, Now } from '../time';

const YEARS = 2;

/**
 * Whether an encumbrance keeps a practitioner from buying privileges (spec 04 section 8.2): one that stands, or one that
 * was lifted less than two years and a day ago. On 29 February, two years ago was 28 February.
 */
export function hasRecentEncumbrance(actions: readonly AdverseAction[], now: Now): boolean {
  const cutOff = dayBefore(yearsBefore(expirationToday(now)));
  return actions.some(({ effectiveLiftDate }) => effectiveLiftDate === undefined || effectiveLiftDate > cutOff);
}

function yearsBefore(date: string): string {
  const [year, month, day] = date.split('-');
  return [String(Number(year) - YEARS).padStart(4, '0'), month, month === '02' && day === '29' ? '28' : day].join('-');
}

function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
