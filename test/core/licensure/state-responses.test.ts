import { CONTEXT, itemOf, LICENSE_ITEM, PRIVILEGE_ITEM, PROVIDER_ITEM } from './provider-items';
import { PROVIDER_ID, valueOf } from './samples';
import { StateDetailRequest, stateProviderDetail } from '../../../src/core/licensure/state-responses';

const REQUEST: StateDetailRequest = { jurisdiction: 'ne', form: 'general', apiBaseUrl: 'https://api.example.org' };

const answer = (items: Parameters<typeof stateProviderDetail>[0], changes: Partial<StateDetailRequest> = {}) =>
  stateProviderDetail(items, { ...REQUEST, ...changes }, CONTEXT);

const detail = (...request: Parameters<typeof answer>): any => valueOf(answer(...request));

test("a privilege is flattened with its license, the privilege's own dates and ids first", () => {
  const { providerUIUrl, privileges } = detail([PROVIDER_ITEM, LICENSE_ITEM, PRIVILEGE_ITEM]);

  expect(providerUIUrl).toBe(`https://api.example.org/arbor/Licensing/${PROVIDER_ID}`);
  expect(privileges).toMatchObject([
    {
      type: 'statePrivilege',
      jurisdiction: 'ne',
      licenseJurisdiction: 'oh',
      privilegeId: 'TS-NE-17',
      licenseNumber: 'TS-0042',
      dateOfIssuance: '2023-02-03T04:05:06+00:00',
      status: 'active',
      licenseStatus: 'active',
    },
  ]);
});

test('license and privilege that are both encumbered and under investigation are shown like others', () => {
  const shown = detail([PROVIDER_ITEM, itemOf('license'), itemOf('privilege')], { form: 'private' });

  expect(shown.privileges).toMatchObject([
    { status: 'inactive', licenseStatus: 'inactive', compactEligibility: 'ineligible', ssnLastFour: '4444' },
  ]);
  expect(JSON.stringify(shown)).not.toMatch(/encumbered|investigation/i);
});

test('of several licenses the one counts that the privilege rests on', () => {
  const others = [
    itemOf('license', { jurisdiction: 'ky', licenseNumber: 'other state' }),
    itemOf('license', { licenseType: 'orchard keeper', licenseNumber: 'other type' }),
  ];

  expect(detail([PROVIDER_ITEM, ...others, LICENSE_ITEM, PRIVILEGE_ITEM])).toMatchObject({
    privileges: [{ licenseNumber: 'TS-0042' }],
  });
});

test('only privileges in the jurisdiction that asks are shown; without one, and without records, there is no answer', () => {
  const records = [PROVIDER_ITEM, LICENSE_ITEM, PRIVILEGE_ITEM, itemOf('privilege', { jurisdiction: 'wy' })];

  expect(detail(records, { jurisdiction: 'wy' }).privileges).toMatchObject([{ jurisdiction: 'wy' }]);
  expect(answer(records, { jurisdiction: 'ky' })).toMatchObject({
    error: { status: 404, message: 'Provider has no privileges in the requested jurisdiction' },
  });
  expect(answer([])).toMatchObject({ error: { status: 404, message: 'Provider not found' } });
});

test('a privilege without its license is an error that names the license', () => {
  expect(() => detail([PROVIDER_ITEM, PRIVILEGE_ITEM])).toThrow(
    `provider ${PROVIDER_ID} has a privilege that rests on a license as tree surgeon in oh, but no such license`,
  );
});
