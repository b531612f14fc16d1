import { LICENSE } from './license';
import { LICENSE_UPDATE } from './license-update';
import { PROVIDER } from './provider';
import type { AnyRecordType } from './record-type';
import { STAFF_USER } from './staff-user';

/** Record types by the value of their attribute `type`. A type joins this table with the feature that needs it. */
export const RECORD_TYPES = {
  license: LICENSE,
  licenseUpdate: LICENSE_UPDATE,
  provider: PROVIDER,
  user: STAFF_USER,
} as const satisfies Record<string, AnyRecordType>;
