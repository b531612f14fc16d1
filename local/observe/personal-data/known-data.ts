/** Attributes with the personal data that no log and no event may have, as records and rows of files name them. */
const BIRTH_DATE = 'dateOfBirth';
const STREETS = ['homeAddressStreet1', 'homeAddressStreet2'];
/** Shorter ones are words of other texts too. */
const SHORTEST_STREET = 6;

/** Personal data of the people of a run, in a form in which any spelling of it is found. */
export class KnownData {
  private readonly numbers = new Set<string>();
  private readonly phones = new Set<string>();
  private readonly births = new Set<string>();
  /** Dates that say something else about somebody: they can't tell a birth date. */
  private readonly otherDates = new Set<string>();
  /** By their first word, which is what a search can look up. */
  private readonly streets = new Map<string, Set<string>>();

  /** Takes in one license, practitioner or row of a file. */
  public add(record: Readonly<Record<string, unknown>>): void {
    for (const [attribute, value] of Object.entries(record)) {
      if (typeof value !== 'string' || value === '') continue;
      if (attribute === 'ssn') this.numbers.add(digitsOf(value));
      else if (attribute === 'phoneNumber') this.phones.add(digitsOf(value).slice(-10));
      else if (attribute === BIRTH_DATE) this.births.add(value);
      else if (STREETS.includes(attribute)) this.addStreet(value);
      else if (attribute.startsWith('dateOf')) this.otherDates.add(value.slice(0, 10));
    }
  }

  /** @param digits nine digits */
  public hasNumber(digits: string): boolean {
    return this.numbers.has(digits);
  }

  /** @param digits with or without a country code */
  public hasPhone(digits: string): boolean {
    return this.phones.has(digits.slice(-10));
  }

  /** @param date as ISO 8601 writes it */
  public hasBirthDate(date: string): boolean {
    return this.births.has(date) && !this.otherDates.has(date);
  }

  /** @param text lower case, with single spaces */
  public hasStreetIn(text: string): boolean {
    for (const { 0: word, index } of text.matchAll(/[^\s"'{}[\],:;()=]+/g)) {
      for (const street of this.streets.get(word) ?? []) if (text.startsWith(street, index)) return true;
    }
    return false;
  }

  private addStreet(value: string): void {
    const street = plainText(value);
    const first = /[^\s"'{}[\],:;()=]+/.exec(street)?.[0];
    if (first === undefined || street.length < SHORTEST_STREET) return;
    const known = this.streets.get(first) ?? new Set();
    this.streets.set(first, known.add(street));
  }
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** Lower case, with single spaces. */
export function plainText(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
