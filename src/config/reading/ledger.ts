import { Problem } from '../problem';

/** What a problem says about its place: everything but the reason and the remedy. */
export type Origin = Omit<Problem, 'reason' | 'remedy'>;

/** Remembers which place of which file each setting came from, and what is wrong there. */
export class Ledger {
  private readonly found: Problem[] = [];
  private readonly unreadable: Origin[] = [];
  private readonly origins = new Map<string, Origin>();

  /** @param spelling how the files spell the name of a setting; CompactConnect's take snake case */
  constructor(private readonly spelling: (name: string) => string = snakeCase) {}

  get problems(): readonly Problem[] {
    return this.found;
  }

  report(origin: Origin, reason: string, remedy: string): void {
    this.found.push({ ...origin, reason, remedy });
  }

  /** Reports a place that gives no value; what would be said about its absence is then no news. */
  refuse(origin: Origin, reason: string, remedy: string): void {
    this.unreadable.push(origin);
    this.report(origin, reason, remedy);
  }

  /** Whether a place, or one that contains it, was refused. */
  wasRefused(origin: Origin): boolean {
    return this.unreadable.some(({ file, path }) => file === origin.file && contains(path, origin.path));
  }

  remember(setting: string, origin: Origin): void {
    this.origins.set(setting, origin);
  }

  /** Lets a setting be that no file gives: nothing is said about it. */
  invent(setting: string): void {
    const origin = { file: '', path: setting, value: 'a placeholder' };
    this.unreadable.push(origin);
    this.remember(setting, origin);
  }

  /** Where a setting came from; one inside an object that is missing is located by its name, in the files' spelling. */
  originOf(setting: string): Origin {
    const known = this.origins.get(setting);
    if (known !== undefined) return known;
    const dot = setting.lastIndexOf('.');
    if (dot === -1) throw new Error(`no place of the configuration files gives the setting ${setting}`);
    const parent = this.originOf(setting.slice(0, dot));
    return { ...parent, path: `${parent.path}.${this.spelling(setting.slice(dot + 1))}`, value: 'nothing' };
  }
}

function contains(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
