import type { DomainEvent } from '../../../lambda/app/ports';
import { preprocessLicense } from '../../../lambda/app/preprocess-license';
import { license } from '../../e2e/made-up-licenses';

const NEW_ID = '11111111-1111-4111-8111-111111111111';
const HOLDER_ID = '22222222-2222-4222-8222-222222222222';

function queued(overrides: Record<string, unknown> = {}) {
  const eventTime = '2026-11-21T10:00:00+00:00';
  return license({ compact: 'aslp', jurisdiction: 'oh', eventTime, ...overrides });
}

function setup(holderOf: (providerId: string) => Promise<string> = async (providerId) => providerId) {
  const events: DomainEvent[] = [];
  const stored: Readonly<Record<string, unknown>>[] = [];
  const ports = {
    ssnStore: {
      assignProviderId: async (record: Readonly<Record<string, unknown>>) => {
        stored.push(record);
        return holderOf(String(record.providerId));
      },
    },
    publisher: { publish: async (published: readonly DomainEvent[]) => void events.push(...published) },
    newProviderId: () => NEW_ID,
  };
  return { events, stored, preprocess: (body: unknown) => preprocessLicense(ports, body) };
}

test('the event carries the provider id and the last four digits, never the number itself', async () => {
  const { events, stored, preprocess } = setup();

  await preprocess(queued());

  expect(stored).toEqual([expect.objectContaining({ pk: 'aslp#SSN#900-11-2233', providerId: NEW_ID })]);
  expect(events.map((event) => event.detailType)).toEqual(['license.ingest']);
  expect(events[0].detail).toMatchObject({ providerId: NEW_ID, ssnLastFour: '2233', familyName: 'Okafor' });
  expect(JSON.stringify(events)).not.toContain('900-11-2233');
});

test('a known number keeps its provider id', async () => {
  const { events, preprocess } = setup(async () => HOLDER_ID);

  await preprocess(queued());

  expect(events[0].detail.providerId).toBe(HOLDER_ID);
});

test('a failure is published without personal data and thrown, so that the queue delivers again', async () => {
  const { events, preprocess } = setup(() => Promise.reject(new Error('table is down')));

  await expect(preprocess(queued())).rejects.toThrow('table is down');

  expect(events).toEqual([
    {
      detailType: 'license.ingest-failure',
      source: 'org.compactconnect.provider-data',
      detail: {
        compact: 'aslp',
        jurisdiction: 'oh',
        eventTime: '2026-11-21T10:00:00+00:00',
        errors: ['Error preprocessing license data: table is down'],
      },
    },
  ]);
});

test.each(['ssn', 'compact', 'jurisdiction'])('a message without %s fails before anything is stored', async (field) => {
  const { events, stored, preprocess } = setup();

  await expect(preprocess(queued({ [field]: undefined }))).rejects.toThrow(field);

  expect({ events, stored }).toEqual({ events: [], stored: [] });
});
