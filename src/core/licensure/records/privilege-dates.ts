import { isCalendarDate } from '../../validation/text-formats';
import type { Item } from '../item';

/** Fields of a privilege that were dates before they became instants. */
const FORMER_DATES = ['dateOfIssuance', 'dateOfRenewal'];

/** The values of a privilege with the end of the day, UTC, in place of a plain date (spec 04 section 2). */
export function withInstants(values: Item): Item {
  const instants = Object.entries(values).map(([name, value]) => [
    name,
    FORMER_DATES.includes(name) && typeof value === 'string' && isCalendarDate(value)
      ? `${value}T23:59:59+00:00`
      : value,
  ]);
  return Object.fromEntries(instants);
}

/** A privilege of the time before renewals was last renewed when it was issued. */
export function withRenewal(values: Item): Item {
  const { dateOfIssuance, dateOfRenewal } = values;
  return dateOfRenewal === undefined && dateOfIssuance !== undefined
    ? { ...values, dateOfRenewal: dateOfIssuance }
    : values;
}
