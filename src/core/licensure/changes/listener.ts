import type { ChangeInput } from './stored-records';

/** What a listener decides from: all privilege updates are among the items. */
export interface ListenerInput extends ChangeInput {
  /** Detail of the event that was heard. */
  readonly detail: unknown;
}
