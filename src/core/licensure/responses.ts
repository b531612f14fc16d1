import type { Result } from '../result';
import { describeErrors, FieldErrors } from '../validation/parse';
import { licenseForm } from './forms/license-form';
import { providerForm } from './forms/provider-form';
import type { Item } from './item';
import type { ResponseForm } from './permissions';
import { readProviderRecords } from './provider-records';
import { PROVIDER } from './records/provider';
import { loadRecord, RecordContext } from './records/record-type';

/**
 * One provider with the licenses, in the form that the reader may see (spec 04 section 11.4). Stored records that fail
 * their checks are a bug of whoever wrote them, so this throws, naming record and fields.
 */
export function providerDetail(
  items: readonly Item[],
  form: ResponseForm,
  context: RecordContext,
): Record<string, unknown> {
  const records = readProviderRecords(items, context);
  if (!records.ok) throw new Error(records.error);
  const { provider, licenses } = records.value;
  if (!provider) throw new Error('the records of a provider lack the provider record itself');
  return {
    ...shown(providerForm(provider, form), provider.providerId),
    licenses: licenses.map((license) => ({
      ...shown(licenseForm(license, form, context.now), license.providerId),
      adverseActions: [],
      investigations: [],
    })),
    privileges: [],
    militaryAffiliations: [],
  };
}

/** A provider in a list: always the general form, whatever the reader may see. */
export function providerSummary(item: Item, context: RecordContext): Record<string, unknown> {
  const provider = loadRecord(PROVIDER, item, context);
  return shown(provider.ok ? providerForm(provider.value, 'general') : provider, String(item.providerId));
}

function shown(form: Result<Record<string, unknown>, FieldErrors>, providerId: string): Record<string, unknown> {
  if (!form.ok) throw new Error(`a record of provider ${providerId} can't be shown: ${describeErrors(form.error)}`);
  return form.value;
}
