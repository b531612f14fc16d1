import { NotificationAttempt, notificationAttempt } from '../../../../src/core/licensure/events/notification-attempt';
import { NOW, PROVIDER_ID } from '../samples';

const TO_PROVIDER: NotificationAttempt = {
  compact: 'arbor',
  messageId: 'm1',
  providerId: PROVIDER_ID,
  recipient: 'provider',
  status: 'SUCCESS',
  eventType: 'militaryAffiliation.auditApproved',
  eventTime: '2025-06-15T10:00:00+00:00',
};

test('an attempt to tell the practitioner is remembered for four weeks', () => {
  expect(notificationAttempt(TO_PROVIDER, NOW)).toEqual({
    pk: 'COMPACT#arbor#SQS_MESSAGE#m1',
    sk: 'NOTIFICATION#provider#',
    status: 'SUCCESS',
    providerId: PROVIDER_ID,
    eventType: 'militaryAffiliation.auditApproved',
    eventTime: '2025-06-15T10:00:00+00:00',
    ttl: Date.parse(NOW) / 1000 + 28 * 86_400,
  });
});

test('a failed attempt to tell a state says which state and why', () => {
  const attempt: NotificationAttempt = {
    ...TO_PROVIDER,
    recipient: 'state',
    jurisdiction: 'oh',
    status: 'FAILED',
    eventType: 'license.encumbrance',
    errorMessage: 'no such address',
  };

  expect(notificationAttempt(attempt, NOW)).toMatchObject({
    sk: 'NOTIFICATION#state#oh',
    status: 'FAILED',
    jurisdiction: 'oh',
    errorMessage: 'no such address',
  });
});

test.each([
  ['2025-06-15 10:00:00+00:00', '2025-06-15T10:00:00+00:00'],
  ['2025-06-15T10:00:00.5Z', '2025-06-15T10:00:00.5Z'],
  ['this morning', 'this morning'],
  ['2025-06-15T06:00:00-04:00', '2025-06-15T06:00:00-04:00'],
])(
  'the time %s is stored as %s: as it came, but without a blank, which would order before a T',
  (eventTime, stored) => {
    expect(notificationAttempt({ ...TO_PROVIDER, eventTime }, NOW)).toMatchObject({ eventTime: stored });
  },
);
