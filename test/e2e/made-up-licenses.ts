/** A license as a state would send it; all data is made up. */
export function license(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    ssn: '900-11-2233',
    licenseType: 'speech-language pathologist',
    licenseNumber: 'OH-4711',
    npi: '1234567893',
    licenseStatus: 'active',
    compactEligibility: 'eligible',
    givenName: 'Renée',
    familyName: 'Okafor',
    dateOfBirth: '1984-02-29',
    dateOfIssuance: '2015-03-01',
    dateOfRenewal: '2025-03-01',
    dateOfExpiration: '2099-03-31',
    homeAddressStreet1: '1 Canal Row',
    homeAddressCity: 'Rivertown',
    homeAddressState: 'oh',
    homeAddressPostalCode: '43004',
    emailAddress: 'renee.okafor@example.org',
    phoneNumber: '+16145550100',
    ...overrides,
  };
}
