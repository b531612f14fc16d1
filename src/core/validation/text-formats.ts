/** Formats of single texts: dates, instants and e-mail addresses (spec 04 section 2.1). */

const CALENDAR_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : DAYS_IN_MONTH[month - 1];
}

/** True for an existing day of the years 0001 to 9999, written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  const parts = CALENDAR_DATE.exec(text);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

const DATETIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}(?::?\d{2})?)?$/;

/** Whether a text is an instant with its zone, lacks the zone, or is no instant at all. */
export function parseAwareDatetime(text: string): 'aware' | 'naive' | 'invalid' {
  const parts = DATETIME.exec(text);
  if (!parts || !isCalendarDate(parts[1])) return 'invalid';
  const [hour, minute, second] = [parts[2], parts[3], parts[4] ?? '0'].map(Number);
  if (hour > 23 || minute > 59 || second > 59) return 'invalid';
  return parts[5] === undefined ? 'naive' : 'aware';
}

const LOCAL_PART = /^[\p{L}\p{N}_\-!#$%&'*+/=?^`{}|~]+(?:\.[\p{L}\p{N}_\-!#$%&'*+/=?^`{}|~]+)*$/u;
const QUOTED_LOCAL_PART = /^"[^\s"]*"$/;
const DOMAIN_LABEL = /^[a-z0-9\u00a1-\uffff](?:[a-z0-9\u00a1-\uffff-]{0,61}[a-z0-9\u00a1-\uffff])?$/i;
const TOP_LABEL = /^[a-z0-9\u00a1-\uffff](?:[a-z0-9\u00a1-\uffff-]{0,61}[a-z0-9\u00a1-\uffff])$/i;
const ADDRESS_LITERAL = /^\[(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\]$/;

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
  const at = text.lastIndexOf('@');
  if (at < 1) return false;
  const local = text.slice(0, at);
  return (LOCAL_PART.test(local) || QUOTED_LOCAL_PART.test(local)) && isDomain(text.slice(at + 1));
}
