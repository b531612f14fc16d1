import { detailOf, DOMAIN, NOW, OTHER_PROVIDER_ID, PROVIDER_ID, queueMessage, valueOf } from './samples';
import { storeRecord } from '../../../src/core/licensure/records/record-type';
import { SSN_INDEX } from '../../../src/core/licensure/records/ssn-index';
import { formerNumber, ingestDetail, readQueueMessage, ssnIndexRecord } from '../../../src/core/licensure/ssn-intake';

test('the event carries the license without its social security number, but with its last four digits', () => {
  const message = valueOf(readQueueMessage(queueMessage()));

  const detail = ingestDetail(message, PROVIDER_ID);

  expect(detail).toEqual(detailOf());
  expect(JSON.stringify(detail)).not.toContain('222-33');
});

test('the mapping is the record that the table of record types would store', () => {
  const mapping = { compact: 'arbor', ssn: '222-33-4444', providerId: PROVIDER_ID };

  expect(ssnIndexRecord('arbor', '222-33-4444', PROVIDER_ID)).toEqual(
    valueOf(storeRecord(SSN_INDEX, mapping, { domain: DOMAIN, now: NOW })),
  );
});

test.each(['ssn', 'compact', 'jurisdiction', 'eventTime'])('a message without %s is refused', (field) => {
  const { [field]: _missing, ...message } = queueMessage() as Record<string, unknown>;

  expect(readQueueMessage(message)).toEqual({
    ok: false,
    error: `a queued license can't be read: ${field}: Missing data for required field.`,
  });
});

test('a refusal does not repeat the number', () => {
  expect(JSON.stringify(readQueueMessage(queueMessage({ ssn: '22233-4444' })))).not.toContain('22233');
});

test('a former number stands in the detail for the provider whom it stands for, if that is another one', () => {
  const message = valueOf(readQueueMessage(queueMessage({ previousSSN: '222-33-0000' })));

  expect(formerNumber(message)).toBe('222-33-0000');
  expect(ingestDetail(message, PROVIDER_ID, OTHER_PROVIDER_ID)).toEqual(
    detailOf({ previousProviderId: OTHER_PROVIDER_ID }),
  );
  expect(ingestDetail(message, PROVIDER_ID, PROVIDER_ID)).toEqual(detailOf());
});

test.each([
  ['absent', {}],
  ['the present one', { previousSSN: '222-33-4444' }],
])('a former number that is %s corrects nothing', (_, changes) => {
  const message = valueOf(readQueueMessage(queueMessage(changes)));

  expect(formerNumber(message)).toBeUndefined();
  expect(ingestDetail(message, PROVIDER_ID)).toEqual(detailOf());
});

test('a former number that is none is refused without being repeated', () => {
  const refusal = readQueueMessage(queueMessage({ previousSSN: '22233-0000' }));

  expect(refusal).toMatchObject({ ok: false, error: expect.stringContaining('previousSSN: ') });
  expect(JSON.stringify(refusal)).not.toContain('22233');
});
