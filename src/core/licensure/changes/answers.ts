/** What a client is told once its change stands. The texts are part of the interface, down to the case. */
export const CHANGE_ANSWERS = {
  done: 'OK',
  homeJurisdictionChanged: 'ok',
  militaryAffiliationEnded: 'Military affiliation updated successfully',
} as const;
