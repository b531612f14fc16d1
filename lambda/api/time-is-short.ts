import type { Context } from 'aws-lambda';
import type { TimeIsShort } from '../app/delivery';

/** What a call keeps back of its time, so that what it has begun can end and its answer gets out, in milliseconds. */
const RESERVE = 20_000;

/** What of the context of a call says how long the call may still take. */
export type RemainingTime = Pick<Context, 'getRemainingTimeInMillis'>;

/** Tells the work of a call when it may begin nothing more. */
export function timeIsShortIn(context: RemainingTime): TimeIsShort {
  return () => context.getRemainingTimeInMillis() < RESERVE;
}
