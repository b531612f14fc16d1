import fc from 'fast-check';
import { FIELD_LISTS, Reader, ShownType } from './forms/field-lists';
import { leavesOf, MarkedRecords, optionalFields, TypeName } from './marked-records';
import { DOMAIN, NOW, valueOf } from './samples';
import type { Item } from '../../../src/core/licensure/item';
import {
  providerDetail,
  providerSummary,
  publicProviderDetail,
  publicProviderSummary,
} from '../../../src/core/licensure/responses';
import { stateProviderDetail } from '../../../src/core/licensure/state-responses';
import { propertyRuns } from '../../properties/runs';

const CONTEXT = { domain: DOMAIN, now: NOW };
const STATE_REQUEST = { jurisdiction: 'ne', apiBaseUrl: 'https://api.example.org' };

/** All answers that a reader can get. */
const ANSWERS: Readonly<Record<Reader, (items: readonly Item[], provider: Item) => unknown>> = {
  public: (items, provider) => [publicProviderDetail(items, CONTEXT), publicProviderSummary(provider, CONTEXT)],
  general: (items, provider) => [providerDetail(items, 'general', CONTEXT), providerSummary(provider, CONTEXT)],
  private: (items) => [
    providerDetail(items, 'private', CONTEXT),
    providerDetail(items, 'private', CONTEXT, () => 'https://documents.example.org'),
  ],
  stateGeneral: (items) => valueOf(stateProviderDetail(items, { ...STATE_REQUEST, form: 'general' }, CONTEXT)),
  statePrivate: (items) => valueOf(stateProviderDetail(items, { ...STATE_REQUEST, form: 'private' }, CONTEXT)),
};

const READERS = Object.keys(ANSWERS) as Reader[];

/** A type with some of its optional fields missing. */
const lacking = (name: TypeName) => fc.subarray([...optionalFields(name)]);

const OF_LICENSE = { jurisdiction: 'oh', licenseType: 'tree surgeon' };

/** The records of one provider: a license, the privilege that rests on it, and everything that can be about them. */
const anyItems = fc
  .record({
    provider: lacking('provider'),
    license: lacking('license'),
    privilege: lacking('privilege'),
    adverseActions: fc.tuple(lacking('adverseAction'), lacking('adverseAction')),
    investigations: fc.tuple(lacking('investigation'), lacking('investigation')),
    affiliation: lacking('militaryAffiliation'),
    updates: fc.tuple(lacking('licenseUpdate'), lacking('privilegeUpdate'), lacking('providerUpdate')),
  })
  .map(({ provider, license, privilege, adverseActions, investigations, affiliation, updates }) => {
    const records = new MarkedRecords();
    const shown = [
      records.item('provider', provider),
      records.item('license', license),
      records.item('privilege', privilege),
      records.item('adverseAction', adverseActions[0], { ...OF_LICENSE, actionAgainst: 'license' }),
      records.item('adverseAction', adverseActions[1]),
      records.item('investigation', investigations[0], { ...OF_LICENSE, investigationAgainst: 'license' }),
      records.item('investigation', investigations[1]),
      records.item('militaryAffiliation', affiliation),
    ];
    const hidden = [
      records.item('licenseUpdate', updates[0], { updateType: 'renewal' }),
      records.item('privilegeUpdate', updates[1], { updateType: 'licenseDeactivation' }),
      records.item('providerUpdate', updates[2]),
    ];
    return { items: [...shown, ...hidden], provider: shown[0] };
  });

/** Which attributes of an item a reader may see. */
function grantedTo(reader: Reader, item: Item): readonly string[] {
  if (item.type === 'investigation' && item.closeDate !== undefined) return [];
  if (reader === 'public' && item.actionAgainst === 'license') return [];
  return FIELD_LISTS[reader][item.type as ShownType] ?? [];
}

function leavesOfAttributes(items: readonly Item[], wanted: (item: Item, attribute: string) => boolean): Set<string> {
  return new Set(
    items.flatMap((item) =>
      Object.entries(item)
        .filter(([attribute]) => wanted(item, attribute))
        .flatMap(([, value]) => leavesOf(value)),
    ),
  );
}

/** Shorter values can be part of a granted one by chance. */
const TELLING_LENGTH = 8;

/** What every answer computes from the present instant: these words tell nothing about a stored mark. */
const STATUS_WORDS = ['active', 'inactive', 'eligible', 'ineligible'];

const isTelling = (value: string) => !STATUS_WORDS.includes(value);

test('an answer has every value of the fields that its reader is granted, and none of any other field', () => {
  fc.assert(
    fc.property(anyItems, ({ items, provider }) => {
      for (const reader of READERS) {
        const granted = leavesOfAttributes(items, (item, attribute) => grantedTo(reader, item).includes(attribute));
        const others = leavesOfAttributes(items, (item, attribute) => !grantedTo(reader, item).includes(attribute));
        const secrets = [...others].filter((value) => !granted.has(value) && isTelling(value));

        const leaves = new Set(leavesOf(ANSWERS[reader](items, provider)));

        const text = [...leaves].join('\n');
        const leaked = secrets.filter(
          (value) => leaves.has(value) || (value.length >= TELLING_LENGTH && text.includes(value)),
        );
        const missing = [...granted].filter((value) => !leaves.has(value) && isTelling(value));
        expect({ reader, leaked, missing }).toEqual({ reader, leaked: [], missing: [] });
      }
    }),
    propertyRuns(),
  );
});
