import { Encoding, viewsOf } from './encodings';
import { digitsOf, KnownData, plainText } from './known-data';

export type PersonalDataKind =
  'social security number' | 'birth date' | 'e-mail address' | 'street address' | 'phone number';

/** Where personal data stands that must not stand there. What it is stays unsaid: findings are printed. */
export interface PersonalDataFinding {
  readonly kind: PersonalDataKind;
  /** File and line, or event. */
  readonly place: string;
  readonly encodings: readonly Encoding[];
}

/** Nine digits by themselves, or in the three groups that people write. */
const NUMBER = /(?<![\w-]|\d\.)(\d{3})([-. ]?)(\d{2})\2(\d{4})(?![\w-]|\.\d)/g;
/** Ten digits or more, with what people put between them. */
const PHONE = /(?<![\w-]|\d\.)\(?\+?\d[\d ().-]{8,17}(?!\w)/g;
const INTERNATIONAL_PHONE = /(?<!\w)\+\d{10,15}(?!\w)/;
const E_MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/gi;
const ISO_DATE = /(?<!\d)(\d{4})(-?)(\d{2})\2(\d{2})(?!\d)/g;
const AMERICAN_DATE = /(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/g;
/** A date beside a word for what it is, whatever stands in between in JSON, in a form or in a sentence. */
const NAMED_BIRTH_DATE = /(?:date_?of_?birth|birth_?date|\bdob\b)["']?[^\w]{1,12}\d{1,4}[-/.]?\d{1,2}/i;

/** Finds personal data in texts: that of known people in any spelling, and what looks like anybody's. */
export class PersonalDataScanner {
  private readonly known = new KnownData();
  private readonly allowedMails: ReadonlySet<string>;

  /** @param allowedMails addresses that are nobody's personal data, such as those of seeded users */
  constructor(allowedMails: readonly string[] = []) {
    this.allowedMails = new Set(allowedMails.map((address) => address.toLowerCase()));
  }

  /** Takes in the personal data of one license, practitioner or row of a file. */
  public learn(record: Readonly<Record<string, unknown>>): void {
    this.known.add(record);
  }

  /** Each kind once per way in which it stands in the text. */
  public scan(place: string, text: string): PersonalDataFinding[] {
    const findings = new Map<string, PersonalDataFinding>();
    for (const { text: view, encodings } of viewsOf(text)) {
      for (const kind of this.kindsIn(view)) {
        // What can be read without decoding is found again where only something else was encoded.
        const isKnown = [...findings.values()].some(
          (finding) => finding.kind === kind && finding.encodings.length === 0,
        );
        if (!isKnown) findings.set(`${kind} ${encodings.join()}`, { kind, place, encodings });
      }
    }
    return [...findings.values()];
  }

  private *kindsIn(text: string): Generator<PersonalDataKind> {
    if (this.hasNumber(text)) yield 'social security number';
    if (this.hasBirthDate(text)) yield 'birth date';
    if (this.hasMail(text)) yield 'e-mail address';
    if (this.known.hasStreetIn(plainText(text))) yield 'street address';
    if (this.hasPhone(text)) yield 'phone number';
  }

  private hasNumber(text: string): boolean {
    return [...text.matchAll(NUMBER)].some(
      ([, area, separator, group, serial]) => separator === '-' || this.known.hasNumber(`${area}${group}${serial}`),
    );
  }

  private hasBirthDate(text: string): boolean {
    const two = (digits: string) => digits.padStart(2, '0');
    return (
      NAMED_BIRTH_DATE.test(text) ||
      [...text.matchAll(ISO_DATE)].some(([, year, , month, day]) =>
        this.known.hasBirthDate(`${year}-${month}-${day}`),
      ) ||
      [...text.matchAll(AMERICAN_DATE)].some(([, month, , day, year]) =>
        this.known.hasBirthDate(`${year}-${two(month)}-${two(day)}`),
      )
    );
  }

  private hasMail(text: string): boolean {
    return [...text.matchAll(E_MAIL)].some(([address]) => !this.allowedMails.has(address.toLowerCase()));
  }

  private hasPhone(text: string): boolean {
    return (
      INTERNATIONAL_PHONE.test(text) ||
      [...text.matchAll(PHONE)].some(([match]) => digitsOf(match).length >= 10 && this.known.hasPhone(digitsOf(match)))
    );
  }
}

export function describeFinding({ kind, place, encodings }: PersonalDataFinding): string {
  return `${kind} in ${place}${encodings.length > 0 ? ` (in ${encodings.join(' in ')})` : ''}`;
}
