import { bestLicense, LicenseCandidate } from '../../../src/core/licensure/best-license';
import type { Item } from '../../../src/core/licensure/item';
import { populateProvider } from '../../../src/core/licensure/populate-provider';
import { LICENSE } from '../../../src/core/licensure/records/license';
import { PROVIDER } from '../../../src/core/licensure/records/provider';
import { loadRecord, storeRecord } from '../../../src/core/licensure/records/record-type';
import type { Result } from '../../../src/core/result';
import type { FieldErrors } from '../../../src/core/validation/parse';
import { itemFrom } from '../dynamo-json';
import { REFERENCE_DOMAIN } from '../reference-domain';
import { compared, Outcome, Suite } from '../suite';

/** Which license stands for a provider, and the provider record made from it. */
export const bestLicenseSuite: Suite = {
  file: 'best-license.json',
  answerWith:
    () =>
    ({ given, expect }) =>
      given.op === 'pick'
        ? compared(expect, { listVariant: pickFromList(given), collectionVariant: pickFromCollection(given) })
        : comparedPopulation(expect, populate(given)),
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

function populate({ now, licenseItem, currentProviderItem, privilegeItems }: any): Result<Item, FieldErrors> {
  const context = { domain: REFERENCE_DOMAIN, now };
  const license = loadRecord(LICENSE, itemFrom(licenseItem), context);
  if (!license.ok) return license;
  const current = currentProviderItem && loadRecord(PROVIDER, itemFrom(currentProviderItem), context);
  if (current && !current.ok) return current;
  const jurisdictions = new Set<string>(privilegeItems.map((item: any) => item.jurisdiction.S));
  return storeRecord(PROVIDER, populateProvider(license.value, current?.value, jurisdictions), context);
}

/** A failure is compared by its fields where the vector tells them; where it doesn't, any failure will do. */
function comparedPopulation({ providerItem, error }: any, populated: Result<Item, FieldErrors>): Outcome {
  const expected = providerItem ? { providerItem: itemFrom(providerItem) } : { error: error ?? 'any' };
  const actual = populated.ok ? { providerItem: populated.value } : { error: error ? populated.error : 'any' };
  return compared(expected, actual);
}
