import type { Domain } from '../contracts/domain';
import { licensePost } from '../contracts/schemas/licenses';
import { failure, Result, success } from '../result';
import { eligibilityErrors } from './eligibility-rule';
import { licenseTypeErrors } from './records/license-type-rule';
import { CompiledField, compiledFields, messagesOfEntry } from '../validation/compiled-fields';
import { closedObject, ObjectOutput, oneOf } from '../validation/fields';
import { MESSAGES } from '../validation/messages';
import type { FieldErrors } from '../validation/parse';
import { trimText } from '../validation/trim';

/** Where rows come from: the path of a request or of an object says it, never the rows themselves. */
export interface RowOrigin {
  readonly domain: Domain;
  readonly compact: string;
  readonly jurisdiction: string;
  /** When the upload arrived, as records store instants. */
  readonly eventTime: string;
}

const postedEntries = (domain: Domain) => ({
  ...licensePost(domain).entries,
  compact: oneOf(domain.compacts),
  jurisdiction: oneOf(domain.jurisdictions),
});

type PostedLicense = ObjectOutput<ReturnType<typeof postedEntries>>;

/** One accepted license on its way to the preprocessor. */
export type LicenseQueueMessage = PostedLicense & { readonly eventTime: string };

/** The rules of an uploaded license as a schema: what documents and clients know (spec 04 section 9.1). */
export function licenseRowSchema(domain: Domain) {
  return closedObject(postedEntries(domain));
}

type FieldName = Exclude<keyof PostedLicense, OriginField>;

/**
 * Checks licenses of one origin, each as the list of its values in the order of `fields`, so that uploads of hundreds of
 * thousands of rows pay for names and schemas once. The messages are those of `licenseRowSchema`, but every unknown
 * field is reported, whatever its name.
 */
export class LicenseRows {
  /** Names of the values that a license can have. */
  public readonly fields: readonly string[];
  private readonly compiled: readonly CompiledField[];
  private readonly positions: Readonly<Record<FieldName, number>>;
  private readonly originErrors: readonly ErrorEntry[];

  public constructor(private readonly origin: RowOrigin) {
    const all = compiledFields(postedEntries(origin.domain));
    this.compiled = all.filter(({ name }) => !isOriginField(name));
    this.fields = this.compiled.map(({ name }) => name);
    this.positions = Object.fromEntries(this.fields.map((name, position) => [name, position])) as typeof this.positions;
    this.originErrors = all.flatMap((field) =>
      isOriginField(field.name) ? errorEntries(field, origin[field.name]) : [],
    );
  }

  /** Whether a row may have a value of this name: its own, or one that its origin overrides. */
  public knows(name: string): boolean {
    return isOriginField(name) || this.fields.includes(name);
  }

  /** `values`: undefined where the row lacks the field. `unknownFields`: names of what else the row has. */
  public check(
    values: readonly unknown[],
    unknownFields: readonly string[] = [],
  ): Result<LicenseQueueMessage, FieldErrors> {
    const texts = new Array<string | undefined>(this.compiled.length);
    const errors: ErrorEntry[] = [];
    for (let index = 0; index < this.compiled.length; index += 1) {
      const field = this.compiled[index];
      const value = values[index];
      const read = typeof value === 'string' ? trimText(value) : value;
      if (typeof read === 'string' && field.accepts(read)) texts[index] = read;
      else if (read !== undefined || field.required) errors.push(...errorEntries(field, read));
    }
    for (const name of unknownFields) errors.push([name, [MESSAGES.unknown]]);
    if (errors.length === 0 && this.originErrors.length === 0) return this.checkRecord(this.licenseOf(texts));
    return failure(Object.fromEntries([...errors, ...this.originErrors]));
  }

  /**
   * The license of checked texts. Written as one literal: set one by one, its properties would cost more than all checks
   * of a row. Its type holds it to every field of the schema; JSON leaves out what is undefined.
   */
  private licenseOf(texts: readonly (string | undefined)[]): LicenseQueueMessage {
    const { positions: at, origin } = this;
    const license: { readonly [Name in keyof Required<LicenseQueueMessage>]: string | undefined } = {
      ssn: texts[at.ssn],
      previousSSN: texts[at.previousSSN],
      licenseType: texts[at.licenseType],
      licenseStatus: texts[at.licenseStatus],
      compactEligibility: texts[at.compactEligibility],
      dateOfBirth: texts[at.dateOfBirth],
      npi: texts[at.npi],
      licenseNumber: texts[at.licenseNumber],
      licenseStatusName: texts[at.licenseStatusName],
      givenName: texts[at.givenName],
      middleName: texts[at.middleName],
      familyName: texts[at.familyName],
      suffix: texts[at.suffix],
      dateOfIssuance: texts[at.dateOfIssuance],
      dateOfRenewal: texts[at.dateOfRenewal],
      dateOfExpiration: texts[at.dateOfExpiration],
      homeAddressStreet1: texts[at.homeAddressStreet1],
      homeAddressStreet2: texts[at.homeAddressStreet2],
      homeAddressCity: texts[at.homeAddressCity],
      homeAddressState: texts[at.homeAddressState],
      homeAddressPostalCode: texts[at.homeAddressPostalCode],
      emailAddress: texts[at.emailAddress],
      phoneNumber: texts[at.phoneNumber],
      compact: origin.compact,
      jurisdiction: origin.jurisdiction,
      eventTime: origin.eventTime,
    };
    return license as LicenseQueueMessage;
  }

  /** The rules about several fields, which presuppose that each is valid. */
  private checkRecord(license: LicenseQueueMessage): Result<LicenseQueueMessage, FieldErrors> {
    const errors = {
      ...licenseTypeErrors(license, this.origin.domain),
      ...eligibilityErrors(license, 'licenseStatus', 'compactEligibility'),
    };
    return Object.keys(errors).length > 0 ? failure(errors) : success(license);
  }
}

type ErrorEntry = readonly [field: string, messages: string[]];

function errorEntries(field: CompiledField, value: unknown): ErrorEntry[] {
  const messages = messagesOfEntry(field, value);
  return messages.length > 0 ? [[field.name, messages]] : [];
}

type OriginField = 'compact' | 'jurisdiction';

function isOriginField(name: string): name is OriginField {
  return name === 'compact' || name === 'jurisdiction';
}
