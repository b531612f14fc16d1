import { licenseStatuses, privilegeStatus, providerStatuses, shownStatus } from '../../../src/core/licensure/status';
import { expirationToday } from '../../../src/core/licensure/time';
import { compared, Suite } from '../suite';

type Answer = (given: any) => unknown;

const ANSWERS: Readonly<Record<string, Answer>> = {
  license: (given) => licenseStatuses(given, given.now),
  provider: (given) => providerStatuses(given, given.now),
  privilege: (given) => ({ status: privilegeStatus(given, given.now) }),
  licenseResponse: ({ licenseStatus, compactEligibility, dateOfExpiration, now }) => ({
    licenseStatus: shownStatus(licenseStatus, dateOfExpiration, now),
    compactEligibility,
  }),
  privilegeResponse: ({ status, dateOfExpiration, now }) => ({ status: shownStatus(status, dateOfExpiration, now) }),
  today: ({ now }) => ({ today: expirationToday(now) }),
};

/** Computed statuses and the date that decides them. */
export const statusSuite: Suite = {
  file: 'status.json',
  answerWith:
    () =>
    ({ given, expect }) =>
      compared(expect, ANSWERS[given.record](given)),
};
