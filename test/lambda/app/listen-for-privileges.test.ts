import { ProviderInMemory } from './provider-in-memory';
import { listenForPrivileges } from '../../../lambda/app/listen-for-privileges';
import type { DomainEvent } from '../../../src/core/contracts/events';
import { actionsOn } from '../../core/licensure/changes/board-actions';
import { adverseActionId, World } from '../../core/licensure/changes/board-world';
import { PROVIDER_ID } from '../../core/licensure/samples';

const asMessage = ({ detailType, source, detail }: DomainEvent) => ({
  version: '0',
  id: '4f2d0b6e-0000-4000-8000-000000000001',
  'detail-type': detailType,
  source,
  detail,
});

/** A practitioner whose license was encumbered and lifted `lifts` times, with the last event that was published. */
function encumbered(lifts = 0) {
  const world = new World();
  world.now = '2025-06-14T10:00:00+00:00';
  const actions = actionsOn(world);
  actions.encumber('license', 'oh');
  if (lifts > 0) {
    actions.hearAll();
    actions.lift('license', 'oh', adverseActionId(1));
  }
  return { store: new ProviderInMemory(world.items), event: world.events.at(-1)! };
}

const marks = ({ items }: ProviderInMemory) =>
  items.filter(({ type }) => type === 'privilege').map(({ encumberedStatus }) => encumberedStatus);

test('privileges hear of the encumbrance of their license', async () => {
  const { store, event } = encumbered();

  await listenForPrivileges(store.ports, asMessage(event));

  expect(marks(store)).toEqual(['licenseEncumbered', 'licenseEncumbered']);
  expect(store.saved[0].events.map(({ detailType }) => detailType)).toEqual([
    'privilege.encumbrance',
    'privilege.encumbrance',
  ]);
});

test('privileges hear of the last lift', async () => {
  const { store, event } = encumbered(1);

  await listenForPrivileges(store.ports, asMessage(event));

  expect(marks(store)).toEqual(['unencumbered', 'unencumbered']);
});

test('privileges hear of the deactivation of their license', async () => {
  const { store, event } = encumbered();
  const deactivation = {
    ...asMessage(event),
    'detail-type': 'license.deactivation',
    detail: { ...event.detail, licenseType: 'tree surgeon' },
  };

  await listenForPrivileges(store.ports, deactivation);

  expect(store.items.filter(({ licenseDeactivatedStatus }) => licenseDeactivatedStatus)).toHaveLength(2);
});

test('a message that is delivered twice changes nothing the second time', async () => {
  const { store, event } = encumbered();
  await listenForPrivileges(store.ports, asMessage(event));
  const { items } = store;

  await listenForPrivileges(store.ports, asMessage(event));

  expect(store.items).toEqual(items);
});

test('an event that contradicts what is stored is left to the queue, naming event, provider and reason', async () => {
  const { event } = encumbered();

  await expect(listenForPrivileges(new ProviderInMemory([]).ports, asMessage(event))).rejects.toThrow(
    `license.encumbrance of provider ${PROVIDER_ID}: the adverse action ${adverseActionId(1)} is not among the stored records`,
  );
});

test.each([
  ['of another type', { 'detail-type': 'license.ingest', detail: { compact: 'arbor', providerId: PROVIDER_ID } }],
  ['about nobody', { 'detail-type': 'license.deactivation', detail: { compact: 'arbor' } }],
  ['without a detail', { 'detail-type': 'license.deactivation' }],
  ['that is no object', 'license.deactivation'],
])('a message %s is left to the queue', async (_what, message) => {
  await expect(listenForPrivileges(new ProviderInMemory([]).ports, message)).rejects.toThrow(
    "an event can't be brought to privileges",
  );
});
