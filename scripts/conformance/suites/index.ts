import type { Suite } from '../suite';
import { bestLicenseSuite } from './best-license';
import { changeHashSuite } from './change-hash';
import { flowsSuite } from './flows';
import { historySuite } from './history';
import { ingestSuite } from './ingest';
import { sanitiseSuite } from './sanitise';
import { scopesSuite } from './scopes';
import { serialiseSuite } from './serialise';
import { statusSuite } from './status';
import { validationSuite } from './validation';

/** A suite joins this list with the part of the product that can answer its file. */
export const SUITES: readonly Suite[] = [
  bestLicenseSuite,
  changeHashSuite,
  flowsSuite,
  historySuite,
  ingestSuite,
  sanitiseSuite,
  scopesSuite,
  serialiseSuite,
  statusSuite,
  validationSuite,
];
