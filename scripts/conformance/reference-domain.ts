import type { Domain } from '../../src/core/contracts/domain';

/** The deployment that the vectors were recorded with (spec 04 section 12). */
export const REFERENCE_DOMAIN: Domain = {
  compacts: ['aslp', 'octp', 'coun'],
  jurisdictions: (
    'al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ' +
    'pr ri sc sd tn tx ut vt va vi wa wv wi wy'
  ).split(' '),
  licenseTypes: {
    aslp: [
      { name: 'audiologist', abbreviation: 'aud' },
      { name: 'speech-language pathologist', abbreviation: 'slp' },
    ],
    octp: [
      { name: 'occupational therapist', abbreviation: 'ot' },
      { name: 'occupational therapy assistant', abbreviation: 'ota' },
    ],
    coun: [{ name: 'licensed professional counselor', abbreviation: 'lpc' }],
  },
};
