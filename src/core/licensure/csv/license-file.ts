import { licenseTypeNames } from '../../contracts/domain';
import { LicenseQueueMessage, LicenseRows, RowOrigin } from '../license-rows';
import { CsvProblem, CsvReader } from './csv-reader';
import { headerProblem } from './header';
import { LicenseColumns } from './license-columns';
import { LicenseRegister } from './license-register';
import { Utf8Decoder } from './utf8-decoder';
import { ValidData } from './valid-data';
import { FieldErrors, RECORD_LEVEL } from '../../validation/parse';

export interface LicenseFileSettings extends RowOrigin {
  /** Whether corrections of social security numbers are enabled. */
  readonly ssnCorrections: boolean;
}

/** A row that is not taken, without anything that identifies its holder beyond a name. */
export interface RefusedRow {
  /** 1 for the first row after the header; blank lines are not counted. */
  readonly recordNumber: number;
  readonly validData: Readonly<Record<string, string>>;
  /** A list where the row as a whole is not supported. */
  readonly errors: FieldErrors | readonly string[];
}

/** What a piece of a file held, in the order of the file. */
export interface LicenseFilePart {
  readonly accepted: readonly LicenseQueueMessage[];
  readonly refused: readonly RefusedRow[];
  /** Record numbers of valid rows that correct a social security number while corrections are off. */
  readonly skipped: readonly number[];
  /** Why the file can't be read further, for the person who made it. */
  readonly failure?: string;
}

/** Columns that would contradict the object key (spec 04 section 9.1). */
const ORIGIN_COLUMNS = ['compact', 'jurisdiction'];
const UNSUPPORTED = ['License contains unsupported fields'];

/**
 * Reads a file of licenses from pieces of any size (spec 04 section 9.2) and keeps no row of it: memory does not grow
 * with the file, but for the register of what came first. After a failure the file has ended.
 */
export class LicenseFile {
  private readonly decoder = new Utf8Decoder();
  private readonly reader = new CsvReader((cells) => this.takeRecord(cells));
  private readonly rows: LicenseRows;
  private readonly register: LicenseRegister;
  private readonly validData: ValidData;
  private columns: LicenseColumns | undefined;
  private recordNumber = 0;
  private problem: CsvProblem | undefined;
  private accepted: LicenseQueueMessage[] = [];
  private refused: RefusedRow[] = [];
  private skipped: number[] = [];

  public constructor(private readonly settings: LicenseFileSettings) {
    const { domain, compact } = settings;
    this.rows = new LicenseRows(settings);
    this.register = new LicenseRegister(licenseTypeNames(domain, compact));
    this.validData = new ValidData(domain);
  }

  public read(bytes: Uint8Array): LicenseFilePart {
    const { text, invalidByte } = this.decoder.read(bytes);
    this.problem ??= this.reader.read(text);
    return this.part(invalidByte);
  }

  public end(): LicenseFilePart {
    const { invalidByte } = this.decoder.end();
    if (invalidByte === undefined) this.problem ??= this.reader.end();
    return this.part(invalidByte);
  }

  private part(invalidByte: number | undefined): LicenseFilePart {
    if (invalidByte !== undefined) this.problem ??= this.reader.stop(notUtf8(invalidByte));
    const { accepted, refused, skipped } = this;
    this.accepted = [];
    this.refused = [];
    this.skipped = [];
    return { accepted, refused, skipped, ...(this.problem && { failure: this.failureText(this.problem) }) };
  }

  private takeRecord(cells: readonly string[]): void {
    if (this.problem) return;
    if (this.columns) return this.takeRow(cells, this.columns);
    const reason = headerProblem(cells, [...this.rows.fields, ...ORIGIN_COLUMNS]);
    if (reason !== undefined) this.problem = this.reader.stop(reason);
    else this.columns = new LicenseColumns(cells, this.rows.fields, ORIGIN_COLUMNS);
  }

  private takeRow(cells: readonly string[], columns: LicenseColumns): void {
    this.recordNumber += 1;
    if (columns.fillsOthers(cells)) return this.refuse(cells, columns, UNSUPPORTED);
    const license = this.rows.check(columns.values(cells), columns.unknownFields(cells));
    if (!license.ok) return this.refuse(cells, columns, license.error);
    const { ssn, licenseType, previousSSN } = license.value;
    const earlier = this.register.earlierRecord(ssn, licenseType, this.recordNumber);
    if (earlier !== undefined) {
      return this.refuse(cells, columns, { [RECORD_LEVEL]: [duplicateMessage(licenseType, earlier)] });
    }
    if (previousSSN !== undefined && !this.settings.ssnCorrections) this.skipped.push(this.recordNumber);
    else this.accepted.push(license.value);
  }

  private refuse(cells: readonly string[], columns: LicenseColumns, errors: RefusedRow['errors']): void {
    this.refused.push({ recordNumber: this.recordNumber, validData: this.validData.of(cells, columns), errors });
  }

  private failureText({ reason, line }: CsvProblem): string {
    return this.columns
      ? `Record ${this.recordNumber + 1} (line ${line}) can't be read: ${reason}. ` +
          'The records before it were processed, none from it on.'
      : `The header (line ${line}) can't be read: ${reason}. No record was processed.`;
  }
}

function duplicateMessage(licenseType: string, record: number): string {
  return (
    `Duplicate License SSN detected for license type ${licenseType}. SSN matches with record ${record}. ` +
    'Every record must have a unique SSN per license type within the same file.'
  );
}

function notUtf8(byte: number): string {
  return `byte ${byte} of the file is not UTF-8; save the file as "CSV UTF-8"`;
}
