/** How CompactConnect's environments beta and prod, which one tag deploys, follow each other. */
export enum CompactConnectRelease {
  /** One pipeline per environment, as CompactConnect has it: one tag starts those of beta and prod at the same time. */
  SEPARATE = 'SEPARATE',
  /** One pipeline for both: beta, then a person's approval, then prod. */
  ORDERED = 'ORDERED',
}
