import { BackupScheduleSettings } from '../settings';

interface FieldRange {
  readonly from: number;
  readonly to: number;
  readonly words?: readonly string[];
  /** Forms beside numbers, lists, ranges and steps. */
  readonly special?: RegExp;
}

/** Amazon EventBridge, cron expressions. */
const RANGES: Readonly<Record<keyof BackupScheduleSettings, FieldRange>> = {
  minute: { from: 0, to: 59 },
  hour: { from: 0, to: 23 },
  day: { from: 1, to: 31, special: /^(?:\?|L|LW|\d{1,2}W)$/ },
  month: {
    from: 1,
    to: 12,
    words: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  },
  weekDay: {
    from: 1,
    to: 7,
    words: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
    special: /^(?:\?|L|[1-7]L|[1-7]#[1-5])$/,
  },
  year: { from: 1970, to: 2199 },
};

/** True for what may stand in a field of a cron expression. */
export function isCronField(field: keyof BackupScheduleSettings, text: string): boolean {
  const range = RANGES[field];
  return text.split(',').every((part) => range.special?.test(part) === true || isRangeOrStep(part, range));
}

/** The values that a field takes, in words. */
export function cronValues(field: keyof BackupScheduleSettings): string {
  const { from, to, words = [] } = RANGES[field];
  return words.length === 0 ? `${from} to ${to}` : `${from} to ${to} or ${words[0]} to ${words[words.length - 1]}`;
}

function isRangeOrStep(part: string, range: FieldRange): boolean {
  const [, values, step] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? [];
  if (values === undefined || step === '0') return false;
  const bounds = values.split('-');
  return values === '*' || (bounds.length <= 2 && bounds.every((bound) => isValue(bound, range)));
}

function isValue(text: string, { from, to, words = [] }: FieldRange): boolean {
  return words.includes(text.toUpperCase()) || (/^\d{1,4}$/.test(text) && Number(text) >= from && Number(text) <= to);
}
