import { EXPIRATION_UTC_OFFSET_HOURS, instantText } from '../time';

const MILLISECONDS_PER_HOUR = 3_600_000;
const HOURS_PER_DAY = 24;

/** When something ends that is dated with its last day: the history of a privilege names both sides of midnight. */
export interface Expiry {
  /** The last moment of validity, e.g. `2024-02-02T03:59:59.999999+00:00` for 2024-02-01. */
  readonly lastMoment: string;
  /** The first instant after it, e.g. `2024-02-02T04:00:00+00:00`. */
  readonly instant: string;
}

export function expiryOf(dateOfExpiration: string): Expiry {
  const midnight =
    Date.parse(`${dateOfExpiration}T00:00:00Z`) + (HOURS_PER_DAY - EXPIRATION_UTC_OFFSET_HOURS) * MILLISECONDS_PER_HOUR;
  const lastSecond = instantText(new Date(midnight - 1));
  return { lastMoment: lastSecond.replace('+', '.999999+'), instant: instantText(new Date(midnight)) };
}
