/**
 * Shapes of stored records as the reference system documents them, written down here a second time and by hand: what the
 * product generates is held against this table, not against the product's own record types.
 */

type Format = RegExp | 'text' | 'texts' | 'text set' | 'number' | 'flag' | Fields;

interface Fields {
  /** A name that ends in `?` may be absent. */
  readonly [name: string]: Format;
}

const COMPACT = '[a-z]+';
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = '\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{6})?[+-]\\d{2}:\\d{2}';
const PLACE = '[a-z]{2}/[a-z]+';
const NAME = '[a-z0-9\\-_.~/%A-F]*';

const id = whole(UUID);
const compact = whole(COMPACT);
const jurisdiction = /^[a-z]{2}$/;
const instant = whole(INSTANT);
const lastFour = /^\d{4}$/;
const npi = /^\d{10}$/;
const email = /^[^@\s]+@[^@\s]+$/;
const active = /^(active|inactive)$/;
const eligibility = /^(eligible|ineligible)$/;
const encumbrance = /^(encumbered|unencumbered)$/;
const partition = whole(`${COMPACT}#PROVIDER#${UUID}`);

function whole(expression: string): RegExp {
  return new RegExp(`^${expression}$`);
}

const PERSON: Fields = { givenName: 'text', 'middleName?': 'text', familyName: 'text', 'suffix?': 'text' };

const UPLOADED: Fields = {
  ...PERSON,
  'npi?': npi,
  'licenseNumber?': 'text',
  'licenseStatusName?': 'text',
  ssnLastFour: lastFour,
  dateOfIssuance: DATE,
  'dateOfRenewal?': DATE,
  dateOfExpiration: DATE,
  dateOfBirth: DATE,
  homeAddressStreet1: 'text',
  'homeAddressStreet2?': 'text',
  homeAddressCity: 'text',
  homeAddressState: 'text',
  homeAddressPostalCode: 'text',
  'emailAddress?': email,
  'phoneNumber?': /^\+\d{8,15}$/,
  jurisdictionUploadedLicenseStatus: active,
  jurisdictionUploadedCompactEligibility: eligibility,
};

const BOARD: Fields = { 'encumberedStatus?': encumbrance, 'investigationStatus?': /^underInvestigation$/ };

const LICENSE_SNAPSHOT: Fields = { ...UPLOADED, ...BOARD, dateOfUpdate: instant };

const PRIVILEGE_VALUES: Fields = {
  licenseJurisdiction: jurisdiction,
  dateOfIssuance: instant,
  dateOfRenewal: instant,
  dateOfExpiration: DATE,
  compactTransactionId: 'text',
  attestations: 'texts',
  privilegeId: /^[A-Z]+-[A-Z]{2}-\d+$/,
  administratorSetStatus: active,
  'encumberedStatus?': /^(encumbered|unencumbered|licenseEncumbered)$/,
  'investigationStatus?': /^underInvestigation$/,
  'homeJurisdictionChangeStatus?': /^inactive$/,
  'licenseDeactivatedStatus?': /^licenseDeactivated$/,
};

const PROVIDER_SNAPSHOT: Fields = {
  providerId: id,
  compact,
  licenseJurisdiction: jurisdiction,
  jurisdictionUploadedLicenseStatus: active,
  jurisdictionUploadedCompactEligibility: eligibility,
  'encumberedStatus?': encumbrance,
  ssnLastFour: lastFour,
  'npi?': npi,
  ...PERSON,
  dateOfExpiration: DATE,
  dateOfBirth: DATE,
  'compactConnectRegisteredEmailAddress?': email,
  'militaryStatus?': /^(notApplicable|tentative|approved|declined)$/,
  'militaryStatusNote?': 'text',
  'currentHomeJurisdiction?': /^([a-z]{2}|other|unknown)$/,
  dateOfUpdate: instant,
};

const UPLOAD_DATE_INDEX: Fields = {
  licenseUploadDateGSIPK: whole(`C#${COMPACT}#J#[a-z]{2}#D#\\d{4}-\\d{2}`),
  licenseUploadDateGSISK: whole(`TIME#\\d+#LT#[a-z]+#PID#${UUID}`),
};

const HELD: Fields = { pk: partition, dateOfUpdate: instant, providerId: id, compact };
const PLACED: Fields = { ...HELD, jurisdiction, licenseType: 'text' };
const INVESTIGATED: Fields = { 'investigationDetails?': { investigationId: id, 'licenseJurisdiction?': jurisdiction } };

/** By the value of the attribute `type`. */
export const SHAPES: Readonly<Record<string, Fields>> = {
  provider: {
    ...HELD,
    ...PROVIDER_SNAPSHOT,
    sk: whole(`${COMPACT}#PROVIDER`),
    type: /^provider$/,
    currentHomeJurisdiction: /^([a-z]{2}|other|unknown)$/,
    'privilegeJurisdictions?': 'text set',
    birthMonthDay: /^\d{2}-\d{2}$/,
    providerFamGivMid: whole(`${NAME}#${NAME}#${NAME}`),
    providerDateOfUpdate: instant,
    'pendingEmailAddress?': email,
    'emailVerificationCode?': /^\d{4}$/,
    'emailVerificationExpiry?': instant,
    'recoveryToken?': 'text',
    'recoveryExpiry?': instant,
  },
  license: {
    ...PLACED,
    ...UPLOADED,
    ...BOARD,
    sk: whole(`${COMPACT}#PROVIDER#license/${PLACE}#`),
    type: /^license$/,
    'firstUploadDate?': instant,
    licenseGSIPK: whole(`C#${COMPACT}#J#[a-z]{2}`),
    licenseGSISK: whole(`FN#${NAME}#GN#${NAME}`),
    ...optional(UPLOAD_DATE_INDEX),
  },
  licenseUpdate: {
    ...PLACED,
    sk: whole(`${COMPACT}#UPDATE#3#license/${PLACE}/${INSTANT}/[0-9a-f]{32}`),
    type: /^licenseUpdate$/,
    updateType: /^(renewal|deactivation|other|encumbrance|lifting_encumbrance|investigation|closingInvestigation)$/,
    previous: LICENSE_SNAPSHOT,
    updatedValues: optional(LICENSE_SNAPSHOT),
    'removedValues?': 'texts',
    createDate: instant,
    effectiveDate: instant,
    ...INVESTIGATED,
    ...optional(UPLOAD_DATE_INDEX),
  },
  privilege: {
    ...PLACED,
    ...PRIVILEGE_VALUES,
    sk: whole(`${COMPACT}#PROVIDER#privilege/${PLACE}#`),
    type: /^privilege$/,
    compactTransactionIdGSIPK: whole(`COMPACT#${COMPACT}#TX#.+#`),
  },
  privilegeUpdate: {
    ...PLACED,
    sk: whole(`${COMPACT}#UPDATE#1#privilege/${PLACE}/${INSTANT}/[0-9a-f]{32}`),
    type: /^privilegeUpdate$/,
    updateType:
      /^(renewal|deactivation|licenseDeactivation|homeJurisdictionChange|encumbrance|lifting_encumbrance|investigation|closingInvestigation)$/,
    previous: { ...PRIVILEGE_VALUES, dateOfUpdate: instant },
    updatedValues: optional({ ...PRIVILEGE_VALUES, dateOfUpdate: instant }),
    'removedValues?': 'texts',
    createDate: instant,
    effectiveDate: instant,
    'deactivationDetails?': { 'note?': 'text', deactivatedByStaffUserId: id, deactivatedByStaffUserName: 'text' },
    'encumbranceDetails?': {
      clinicalPrivilegeActionCategories: 'texts',
      adverseActionId: id,
      'licenseJurisdiction?': jurisdiction,
    },
    ...INVESTIGATED,
    compactTransactionIdGSIPK: whole(`COMPACT#${COMPACT}#TX#.+#`),
  },
  providerUpdate: {
    ...HELD,
    sk: whole(`${COMPACT}#UPDATE#2#provider/${INSTANT}/[0-9a-f]{32}`),
    type: /^providerUpdate$/,
    updateType:
      /^(registration|homeJurisdictionChange|militaryFileUpload|militaryAudit|militaryAffiliationEnded|emailChange|ssnCorrection)$/,
    previous: PROVIDER_SNAPSHOT,
    updatedValues: optional(PROVIDER_SNAPSHOT),
    'removedValues?': 'texts',
    createDate: instant,
  },
  adverseAction: {
    ...PLACED,
    sk: whole(`${COMPACT}#PROVIDER#(?:license|privilege)/${PLACE}#ADVERSE_ACTION#${UUID}`),
    type: /^adverseAction$/,
    licenseTypeAbbreviation: /^[a-z]+$/,
    actionAgainst: /^(license|privilege)$/,
    encumbranceType: 'text',
    clinicalPrivilegeActionCategories: 'texts',
    effectiveStartDate: DATE,
    submittingUser: id,
    creationDate: instant,
    adverseActionId: id,
    'effectiveLiftDate?': DATE,
    'liftingUser?': id,
  },
  investigation: {
    ...PLACED,
    sk: whole(`${COMPACT}#PROVIDER#(?:license|privilege)/${PLACE}#INVESTIGATION#${UUID}`),
    type: /^investigation$/,
    investigationAgainst: /^(license|privilege)$/,
    investigationId: id,
    submittingUser: id,
    creationDate: instant,
    'closeDate?': instant,
    'closingUser?': id,
    'resultingEncumbranceId?': id,
  },
  militaryAffiliation: {
    ...HELD,
    sk: whole(`${COMPACT}#PROVIDER#military-affiliation#${INSTANT}`),
    type: /^militaryAffiliation$/,
    documentKeys: 'texts',
    fileNames: 'texts',
    affiliationType: /^(militaryMember|militaryMemberSpouse)$/,
    dateOfUpload: instant,
    status: /^(initializing|active|inactive)$/,
  },
  attestation: {
    pk: whole(`COMPACT#${COMPACT}#ATTESTATIONS`),
    sk: whole(`COMPACT#${COMPACT}#LOCALE#[a-z]{2}#ATTESTATION#[a-z-]+#VERSION#\\d+`),
    type: /^attestation$/,
    dateOfUpdate: instant,
    attestationId: /^[a-z-]+$/,
    compact,
    version: /^\d+$/,
    dateCreated: instant,
    text: 'text',
    required: 'flag',
    displayName: 'text',
    description: 'text',
    locale: /^[a-z]{2}$/,
  },
};

/** Records without a type, by what they are. */
export const UNTYPED_SHAPES = {
  ssnIndex: {
    pk: whole(`${COMPACT}#SSN#\\d{3}-\\d{2}-\\d{4}`),
    sk: whole(`${COMPACT}#SSN#\\d{3}-\\d{2}-\\d{4}`),
    providerIdGSIpk: partition,
    compact,
    ssn: /^\d{3}-\d{2}-\d{4}$/,
    providerId: id,
  },
  privilegeCount: {
    pk: whole(`${COMPACT}#PRIVILEGE_COUNT`),
    sk: whole(`${COMPACT}#PRIVILEGE_COUNT`),
    privilegeCount: 'number',
  },
} as const satisfies Readonly<Record<string, Fields>>;

/** The same fields, none of them required. */
function optional(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, format]) => [`${name.replace(/\?$/, '')}?`, format]));
}

/** What of an item is not as its shape says: one line for each field that lacks, is unknown, or has another form. */
export function differences(item: object, fields: Fields, path = ''): string[] {
  const values = item as Readonly<Record<string, unknown>>;
  const formats = new Map(Object.entries(fields).map(([name, format]) => [name.replace(/\?$/, ''), format]));
  const lacking = Object.keys(fields).filter((name) => !name.endsWith('?') && values[name] === undefined);
  return [
    ...lacking.map((name) => `${path}${name} is missing`),
    ...Object.entries(values).flatMap(([name, value]) => {
      const format = formats.get(name);
      return format === undefined ? [`${path}${name} is unknown`] : misfit(value, format, `${path}${name}`);
    }),
  ];
}

function misfit(value: unknown, format: Format, path: string): string[] {
  if (format instanceof RegExp) {
    return typeof value === 'string' && format.test(value)
      ? []
      : [`${path} is ${JSON.stringify(value)}, not ${format}`];
  }
  if (typeof format === 'object') {
    return typeof value === 'object' && value !== null ? differences(value, format, `${path}.`) : [`${path} is no map`];
  }
  const fits = {
    text: typeof value === 'string',
    texts: Array.isArray(value),
    'text set': value instanceof Set && value.size > 0,
    number: typeof value === 'number',
    flag: typeof value === 'boolean',
  }[format];
  return fits ? [] : [`${path} is no ${format}`];
}
