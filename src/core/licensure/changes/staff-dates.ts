import { EXPIRATION_UTC_OFFSET_HOURS, expirationToday, Now } from '../time';

const UTC_OFFSET = `${EXPIRATION_UTC_OFFSET_HOURS < 0 ? '-' : '+'}${String(Math.abs(EXPIRATION_UTC_OFFSET_HOURS)).padStart(2, '0')}:00`;

/** The instant that a date typed by staff stands for: noon, so that every U.S. time zone shows the same day. */
export function noonOf(date: string): string {
  return `${date}T12:00:00${UTC_OFFSET}`;
}

/** Whether a date typed by staff is yet to come. */
export function isFuture(date: string, now: Now): boolean {
  return date > expirationToday(now);
}
