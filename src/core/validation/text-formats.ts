/** Formats of single texts: dates, instants and e-mail addresses (spec 04 section 2.1). */

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : DAYS_IN_MONTH[month - 1];
}

/** True for an existing day of the years 0001 to 9999, written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

const ZERO = 48;

/** NaN where they are no digits. Uploads have four dates per row: without expressions and texts, a date costs a third. */
function twoDigits(text: string, position: number): number {
  const tens = text.charCodeAt(position) - ZERO;
  const ones = text.charCodeAt(position + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

const DATETIME =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(Z|[+-]\d{2}(?::?\d{2}(?::?\d{2})?)?)?)?$/;

/** An instant as records store it: `2024-11-08T23:59:59+00:00`, the offset as given, a fraction with six digits. */
export interface DatetimeText {
  readonly text: string;
  /** False where the text names no offset: such a text is a date and a time, but no instant. */
  readonly hasZone: boolean;
}

/** Reads an ISO 8601 date and time and brings it into the stored form; nothing where the text is none. */
export function readDatetime(text: string): DatetimeText | undefined {
  const parts = DATETIME.exec(text);
  if (!parts || !isCalendarDate(parts[1])) return undefined;
  const [date, hour = '00', minute = '00', second = '00', fraction = '', zone] = parts.slice(1);
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const offset = zone === undefined ? '' : readOffset(zone);
  if (offset === undefined) return undefined;
  const microseconds = fraction.slice(0, 6).padEnd(6, '0');
  const shownFraction = Number(microseconds) === 0 ? '' : `.${microseconds}`;
  return { text: `${date}T${hour}:${minute}:${second}${shownFraction}${offset}`, hasZone: zone !== undefined };
}

/** An offset as `+hh:mm`, with seconds only where it has some; nothing where it reaches a day. */
function readOffset(zone: string): string | undefined {
  if (zone === 'Z') return '+00:00';
  const [hours, minutes = '00', seconds = '00'] = zone.slice(1).match(/\d{2}/g) ?? [];
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const sign = Number(hours) + Number(minutes) + Number(seconds) === 0 ? '+' : zone[0];
  return `${sign}${hours}:${minutes}${seconds === '00' ? '' : `:${seconds}`}`;
}

const LOCAL_PART = /^[\p{L}\p{N}_\-!#$%&'*+/=?^`{}|~]+(?:\.[\p{L}\p{N}_\-!#$%&'*+/=?^`{}|~]+)*$/u;
/** Printable or control characters but no blank, tab or line break, unless a backslash goes before. */
const QUOTED_LOCAL_PART = /^"(?:[\x01-\x08\x0b\x0c\x0e-\x1f!#-[\]-\x7f]|\\[\x01-\x09\x0b\x0c\x0e-\x7f])*"$/;
const DOMAIN_LABEL = /^[a-z0-9\u00a1-\uffff](?:[a-z0-9\u00a1-\uffff-]{0,61}[a-z0-9\u00a1-\uffff])?$/iu;
const TOP_LABEL = /^[a-z0-9\u00a1-\uffff-]{2,}$/iu;
const ADDRESS_LITERAL = /^\[(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\]$/;

/** What nearly every address looks like; it satisfies the patterns above, which take ten times as long. */
const PLAIN_ADDRESS = /^\w+(?:[.+-]\w+)*@(?:[a-z0-9]{1,63}\.)+[a-z]{2,63}$/i;

function isDomain(domain: string): boolean {
  if (domain === 'localhost') return true;
  const literal = ADDRESS_LITERAL.exec(domain);
  if (literal) return literal.slice(1).every((part) => Number(part) <= 255);
  const labels = domain.split('.');
  const last = labels.pop() ?? '';
  return labels.length > 0 && labels.every((label) => DOMAIN_LABEL.test(label)) && TOP_LABEL.test(last);
}

/** True for an address that the reference accepts: split at the last `@`, two or more domain labels, no trailing dot. */
export function isEmailAddress(text: string): boolean {
  if (PLAIN_ADDRESS.test(text)) return true;
  const at = text.lastIndexOf('@');
  if (at < 1) return false;
  const local = text.slice(0, at);
  return (LOCAL_PART.test(local) || QUOTED_LOCAL_PART.test(local)) && isDomain(text.slice(at + 1));
}
