/** A message as a queue delivers it. */
export interface Delivery {
  readonly body: unknown;
  /** How often the queue has delivered it, this time included. */
  readonly receives: number;
}

/** A message of a batch that was not dealt with, so that the queue has to deliver it again. */
export interface FailedDelivery {
  /** Position in the batch. */
  readonly index: number;
  readonly error: Error;
}

/** Whether the time of the running call is almost over: what has not begun is then left to another one. */
export type TimeIsShort = () => boolean;

export const NO_TIME_LEFT = 'the time of this call was over before the message was begun';
