import { CONTEXT, itemOf, LICENSE_ITEM, PRIVILEGE_ITEM, PROVIDER_ITEM } from './provider-items';
import {
  linkedDocuments,
  providerDetail,
  publicProviderDetail,
  publicProviderSummary,
} from '../../../src/core/licensure/responses';

const RECORDS = [PROVIDER_ITEM, LICENSE_ITEM, PRIVILEGE_ITEM];
const AGAINST_LICENSE = { jurisdiction: 'oh' };
const OTHER_TYPE = { licenseType: 'orchard keeper', licenseTypeAbbreviation: 'ok' };
const ID = '4d5e6f7a-1111-4222-8333-444455556666';

const idsOf = (list: any, id: string) => list.map((entry: any) => entry[id]);

test('adverse actions stand with the license or privilege that they are against, lifted ones included', () => {
  const detail: any = providerDetail(
    [
      ...RECORDS,
      itemOf('adverseAction'),
      itemOf('adverseAction', { ...AGAINST_LICENSE, actionAgainst: 'license', adverseActionId: ID }),
      // Against nothing that this provider has.
      itemOf('adverseAction', { ...OTHER_TYPE, adverseActionId: ID }),
      itemOf('adverseAction', { ...AGAINST_LICENSE, adverseActionId: ID }),
    ],
    'general',
    CONTEXT,
  );

  expect(detail.licenses).toMatchObject([{ adverseActions: [{ adverseActionId: ID, jurisdiction: 'oh' }] }]);
  expect(detail.privileges).toMatchObject([{ adverseActions: [{ effectiveLiftDate: '2024-11-12' }] }]);
});

test('investigations stand there as long as they are open', () => {
  const open = { closeDate: undefined, closingUser: undefined, resultingEncumbranceId: undefined };
  const detail: any = providerDetail(
    [
      ...RECORDS,
      itemOf('investigation'),
      itemOf('investigation', { ...open, investigationId: ID }),
      itemOf('investigation', { ...AGAINST_LICENSE, ...open, investigationAgainst: 'license' }),
    ],
    'private',
    CONTEXT,
  );

  expect(idsOf(detail.privileges[0].investigations, 'investigationId')).toEqual([ID]);
  expect(idsOf(detail.licenses[0].investigations, 'jurisdiction')).toEqual(['oh']);
});

test('a privilege says since when it is active, an inactive one does not', () => {
  const inactive = itemOf('privilege', { administratorSetStatus: 'inactive' });

  expect(providerDetail(RECORDS, 'general', CONTEXT)).toMatchObject({
    privileges: [{ status: 'active', activeSince: '2023-02-03T04:05:06+00:00' }],
  });
  const { privileges }: any = providerDetail([PROVIDER_ITEM, inactive], 'general', CONTEXT);
  expect(privileges).toMatchObject([{ status: 'inactive' }]);
  expect(privileges[0]).not.toHaveProperty('activeSince');
});

test('only updates of the privilege itself decide since when it is active', () => {
  const renewal = { updateType: 'renewal', updatedValues: { dateOfRenewal: '2024-05-05T00:00:00+00:00' } };
  const updates = [
    itemOf('privilegeUpdate', { createDate: '2024-05-01T00:00:00+00:00', effectiveDate: '2024-05-01T00:00:00+00:00' }),
    itemOf('privilegeUpdate', {
      ...renewal,
      createDate: '2024-05-05T00:00:00+00:00',
      effectiveDate: '2024-05-05T00:00:00+00:00',
    }),
  ];
  const ofAnother = itemOf('privilegeUpdate', { jurisdiction: 'wy' });

  expect(providerDetail([...RECORDS, ...updates, ofAnother], 'general', CONTEXT)).toMatchObject({
    privileges: [{ activeSince: '2024-05-05T00:00:00+00:00' }],
  });
});

test('whoever may open documents gets a link to the first one of each affiliation, others get none', () => {
  const affiliation = itemOf('militaryAffiliation', {
    documentKeys: ['folder/first', 'folder/second'],
    fileNames: ['first.pdf', 'second.pdf'],
  });
  const empty = itemOf('militaryAffiliation', { documentKeys: [], fileNames: [] });
  const items = [...RECORDS, affiliation, empty];

  const detail = providerDetail(items, 'private', CONTEXT, (key) => `https://documents.example.org/${key}`);

  expect(linkedDocuments(items, CONTEXT)).toEqual(['folder/first']);
  expect(detail.militaryAffiliations).toMatchObject([
    { downloadLinks: [{ fileName: 'first.pdf', url: 'https://documents.example.org/folder/first' }] },
    { downloadLinks: [] },
  ]);
  expect(JSON.stringify(providerDetail(items, 'private', CONTEXT))).not.toContain('downloadLinks');
});

test('the public sees privileges and what is against them, but no license, investigation or military affiliation', () => {
  const detail = publicProviderDetail(
    [...RECORDS, itemOf('adverseAction'), itemOf('investigation'), itemOf('militaryAffiliation')],
    CONTEXT,
  );

  const { privileges, ...provider }: any = detail;
  expect(provider).toEqual(publicProviderSummary(PROVIDER_ITEM, CONTEXT));
  expect(privileges).toMatchObject([{ jurisdiction: 'ne', adverseActions: [{ adverseActionId: expect.any(String) }] }]);
  expect(privileges[0]).not.toHaveProperty('investigations');
  expect(privileges[0].adverseActions[0]).not.toHaveProperty('encumbranceType');
});

test('a provider without privileges is no matter of the public', () => {
  expect(publicProviderDetail([PROVIDER_ITEM, LICENSE_ITEM], CONTEXT)).toBeUndefined();
});

test('a record that the public would not see can not keep it from the answer', () => {
  const damaged = { ...LICENSE_ITEM, npi: 'x' };

  expect(publicProviderDetail([PROVIDER_ITEM, damaged, PRIVILEGE_ITEM], CONTEXT)).toMatchObject({ type: 'provider' });
});
