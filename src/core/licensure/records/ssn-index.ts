import type { Domain } from '../../contracts/domain';
import { anyText, oneOf, ssn } from '../../validation/fields';
import type { Item } from '../item';
import { providerPartition, ssnIndexKeys } from '../keys';
import { PRIMARY_KEY_ATTRIBUTES, recordType } from './record-type';
import { identifier } from './stored-fields';

export interface SsnMapping {
  readonly compact: string;
  readonly ssn: string;
  readonly providerId: string;
}

/** Which provider a social security number stands for in a compact (spec 04 section 4.1). */
export const SSN_INDEX = recordType({
  fields: (domain: Domain) => ({ compact: oneOf(domain.compacts), ssn: ssn(), providerId: identifier() }),
  keyAttributes: { ...PRIMARY_KEY_ATTRIBUTES, providerIdGSIpk: anyText() },
  unknownAttributes: 'refused',
  keyParts: { compact: 'given', ssn: 'given', providerId: 'given' },
  generated: indexKeys,
});

/** The item of a mapping whose parts are known to be right. */
export function ssnIndexItem(mapping: SsnMapping): Item {
  return { ...mapping, ...indexKeys(mapping) };
}

function indexKeys({ compact, ssn: socialSecurityNumber, providerId }: SsnMapping) {
  return {
    ...ssnIndexKeys(compact, socialSecurityNumber),
    providerIdGSIpk: providerPartition(compact, providerId),
  };
}
