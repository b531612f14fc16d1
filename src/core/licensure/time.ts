import { readDatetime } from '../validation/text-formats';

/** The present instant as a port gives it. */
export type Now = string | Date;

/**
 * Hours from UTC of the calendar that decides when something expires (spec 04 section 5.1). One fixed offset without
 * daylight saving: a date ends at the same instant for every state.
 */
export const EXPIRATION_UTC_OFFSET_HOURS = -4;

const MILLISECONDS_PER_HOUR = 3_600_000;

/** An instant as records store "now": UTC, whole seconds, `2024-11-08T23:59:59+00:00`. */
export function instantText(now: Now): string {
  return `${new Date(now).toISOString().slice(0, 19)}+00:00`;
}

/** The date up to which things dated with it are still valid, `YYYY-MM-DD`. */
export function expirationToday(now: Now): string {
  const shifted = new Date(new Date(now).getTime() + EXPIRATION_UTC_OFFSET_HOURS * MILLISECONDS_PER_HOUR);
  return shifted.toISOString().slice(0, 10);
}

/**
 * Whole seconds since 1970 of an instant; a text without a zone is taken as UTC.
 *
 * @throws for a text that is no date and time: a key made of it could never be found
 */
export function unixSeconds(instant: Now): number {
  return Math.floor(typeof instant === 'string' ? secondsOf(instant) : instant.getTime() / 1000);
}

const OFFSET = /([+-])(\d\d):(\d\d)(?::(\d\d))?$/;

/** The language's own dates know fewer forms: no offset with seconds, and texts without a zone are local to them. */
function secondsOf(instant: string): number {
  const read = readDatetime(instant);
  if (!read) throw new Error(`${instant} is no date and time`);
  const [offset = '', sign, hours = '0', minutes = '0', seconds = '0'] = OFFSET.exec(read.text) ?? [];
  const fromUtc = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const local = Date.parse(`${read.text.slice(0, read.text.length - offset.length)}Z`) / 1000;
  return sign === '-' ? local + fromUtc : local - fromUtc;
}

/** Year and month of a stored instant in its own offset, `YYYY-MM`. */
export function monthOf(instant: string): string {
  return instant.slice(0, 7);
}
