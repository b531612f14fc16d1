import { LicenseQueueMessage, LicenseRows, RowOrigin } from './license-rows';
import { failure, Result, success } from '../result';
import type { FieldErrors } from '../validation/parse';

export interface LicenseUploadInput extends RowOrigin {
  /** Text of the request body; null where the request has none. */
  readonly body: string | null;
  /** Whether corrections of social security numbers are enabled. */
  readonly previousSsnEnabled: boolean;
}

export interface LicenseUploadRefusal {
  readonly status: 400;
  readonly body: { readonly message: string; readonly errors?: unknown };
}

const INVALID_RECORDS = 'Invalid license records in request. See errors for more detail.';
const DUPLICATE =
  'Same SSN for the same license type detected on multiple rows. ' +
  'Every record must have a unique SSN per license type within the same request.';

/** Reads a batch of licenses; one with an error refuses the whole batch (spec 04 section 9.1). */
export function parseLicenseUpload(input: LicenseUploadInput): Result<LicenseQueueMessage[], LicenseUploadRefusal> {
  const rows = readRows(input.body);
  if (!rows.ok) return rows;
  if (!input.previousSsnEnabled && rows.value.some((row) => isObject(row) && isFilled(row.previousSSN))) {
    return refuse('The previousSSN feature is not currently enabled');
  }
  const errors: FieldErrors = {};
  const licenses: LicenseQueueMessage[] = [];
  const licenseRows = new LicenseRows(input);
  rows.value.forEach((row, index) => {
    const license = parseRow(row, licenseRows);
    if (license.ok) licenses.push(license.value);
    else errors[index] = license.error;
  });
  if (Object.keys(errors).length > 0) return refuse(INVALID_RECORDS, errors);
  if (hasDuplicates(licenses)) return refuse(INVALID_RECORDS, { SSN: DUPLICATE });
  return success(licenses);
}

function readRows(body: string | null): Result<unknown[], LicenseUploadRefusal> {
  if (body === null) return refuse('Invalid request body');
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    // The parser's own text quotes the body, which holds social security numbers.
    return refuse('Invalid JSON: the request body is not a JSON text');
  }
  return Array.isArray(value) ? success(value) : refuse('Request body must be an array of license objects');
}

function parseRow(row: unknown, rows: LicenseRows): Result<LicenseQueueMessage, FieldErrors> {
  if (!isObject(row)) return failure({ INVALID_JSON_OBJECT: ['Must be a JSON object.'] });
  const values = rows.fields.map((name) => (Object.hasOwn(row, name) ? row[name] : undefined));
  return rows.check(
    values,
    Object.keys(row).filter((name) => !rows.knows(name)),
  );
}

function hasDuplicates(licenses: readonly LicenseQueueMessage[]): boolean {
  return new Set(licenses.map(({ ssn, licenseType }) => `${ssn} ${licenseType}`)).size < licenses.length;
}

/** As the reference system sees it: false, zero and everything that holds nothing is no correction yet. */
function isFilled(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(message: string, errors?: unknown) {
  return failure<LicenseUploadRefusal>({ status: 400, body: errors === undefined ? { message } : { message, errors } });
}
