import { bestLicense, LicenseCandidate } from '../../../src/core/licensure/best-license';
import { populateProvider } from '../../../src/core/licensure/populate-provider';
import { privilegeJurisdictions, readProviderRecords } from '../../../src/core/licensure/provider-records';
import { PROVIDER } from '../../../src/core/licensure/records/provider';
import { storeRecord } from '../../../src/core/licensure/records/record-type';
import { itemFrom } from '../dynamo-json';
import { REFERENCE_DOMAIN } from '../reference-domain';
import { compared, Suite } from '../suite';

/** Which license stands for a provider, and the provider record made from it. */
export const bestLicenseSuite: Suite = {
  file: 'best-license.json',
  answerWith:
    () =>
    ({ given, expect }) =>
      given.op === 'pick'
        ? compared(expect, { listVariant: pickFromList(given), collectionVariant: pickFromCollection(given) })
        : compared({ providerItem: itemFrom(expect.providerItem) }, { providerItem: populate(given) }),
};

const NONE = 'No licenses found';

function pickFromList({ licenses, listVariant }: any): unknown {
  return indexOfBest(licenses, licenses, listVariant.homeJurisdiction) ?? { internalError: NONE };
}

function pickFromCollection({ licenses, collectionVariant }: any): unknown {
  const { explicitJurisdiction, currentHomeJurisdiction } = collectionVariant;
  const candidates = explicitJurisdiction
    ? licenses.filter((license: LicenseCandidate) => license.jurisdiction === explicitJurisdiction)
    : licenses;
  return indexOfBest(licenses, candidates, currentHomeJurisdiction) ?? { notFound: NONE };
}

function indexOfBest(licenses: LicenseCandidate[], candidates: LicenseCandidate[], home: string): number | undefined {
  const best = bestLicense(candidates, home);
  return best && licenses.indexOf(best);
}

function populate({ now, licenseItem, currentProviderItem, privilegeItems }: any): unknown {
  const context = { domain: REFERENCE_DOMAIN, now };
  const items = [currentProviderItem, licenseItem, ...privilegeItems].filter(Boolean).map(itemFrom);
  const records = readProviderRecords(items, context);
  if (!records.ok) return records.error;
  const { licenses, provider } = records.value;
  const jurisdictions = privilegeJurisdictions(records.value);
  const stored = storeRecord(PROVIDER, populateProvider(licenses[0], provider, jurisdictions), context);
  return stored.ok ? stored.value : stored.error;
}
