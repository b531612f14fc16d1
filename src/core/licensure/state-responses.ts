import { failure, Result, success } from '../result';
import { StatePrivilegeForm, statePrivilegeForm } from './forms/state-privilege-form';
import type { Item } from './item';
import type { License } from './records/license';
import type { Privilege } from './records/privilege';
import type { RecordContext } from './records/record-type';
import { readRecords, Response, shown } from './responses';

export interface StateDetailRequest {
  /** Where the privileges are valid. */
  readonly jurisdiction: string;
  readonly form: StatePrivilegeForm;
  /** Address of the web client's API host, without a slash at its end. */
  readonly apiBaseUrl: string;
}

export interface StateDetailRefusal {
  readonly status: 404;
  readonly message: string;
}

/**
 * A provider's privileges in one jurisdiction as state IT systems read them, each with the license that it rests on
 * (spec 04 section 11.4); refused where there is no such provider, or none of its privileges is there (spec 03
 * section 5.3).
 */
export function stateProviderDetail(
  items: readonly Item[],
  { jurisdiction, form, apiBaseUrl }: StateDetailRequest,
  context: RecordContext,
): Result<Response, StateDetailRefusal> {
  if (items.length === 0) return notFound('Provider not found');
  const { provider, licenses, privileges } = readRecords(items, context, ['provider', 'licenses', 'privileges']);
  if (!provider) throw new Error('the records of a provider lack the provider record itself');
  const held = privileges.filter((privilege) => privilege.jurisdiction === jurisdiction);
  if (held.length === 0) return notFound('Provider has no privileges in the requested jurisdiction');
  return success({
    privileges: held.map((privilege) => {
      const parts = { privilege, license: licenseBehind(privilege, licenses), provider };
      return shown(statePrivilegeForm(parts, form, context.now), privilege);
    }),
    providerUIUrl: `${apiBaseUrl}/${provider.compact}/Licensing/${provider.providerId}`,
  });
}

function notFound(message: string) {
  return failure<StateDetailRefusal>({ status: 404, message });
}

function licenseBehind({ licenseJurisdiction, licenseType, providerId }: Privilege, licenses: readonly License[]) {
  const license = licenses.find(
    (candidate) => candidate.jurisdiction === licenseJurisdiction && candidate.licenseType === licenseType,
  );
  if (license) return license;
  throw new Error(
    `provider ${providerId} has a privilege that rests on a license as ${licenseType} in ${licenseJurisdiction}, but no such license`,
  );
}
