import { JsonEntry, JsonNode, plainValue, TextPosition } from '../../core/text/json-document';
import { displayed } from '../problem';
import { Ledger, Origin } from './ledger';

/** Keys that read well behind a dot. */
const PLAIN_KEY = /^[\w-]+$/;

/** Path of what stands under a key of the object at a path. */
export function pathBelow(path: string, key: string): string {
  if (!PLAIN_KEY.test(key)) return `${path}[${displayed(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

interface Site {
  readonly file: string;
  readonly path: string;
  readonly at: TextPosition;
}

/** A place in a configuration file, whether or not a value stands there, and the setting that it gives, if any. */
export class Place {
  /** The whole of a file that was parsed. */
  static root(ledger: Ledger, file: string, node: JsonNode): Place {
    return new Place(ledger, { file, path: '', at: node.at }, node, '');
  }

  private constructor(
    private readonly ledger: Ledger,
    private readonly site: Site,
    readonly node: JsonNode | undefined,
    private readonly setting: string,
  ) {
    if (setting !== '') ledger.remember(setting, this.origin());
  }

  /** Name of the file. */
  get file(): string {
    return this.site.file;
  }

  /** The value of a key, or the gap where it should stand; `name` is the setting that it gives, inside that of this place. */
  child(key: string, name = ''): Place {
    const entry = this.entries()
      .filter((candidate) => candidate.name === key)
      .pop();
    const setting = this.setting === '' || name === '' ? name : `${this.setting}.${name}`;
    return new Place(this.ledger, this.siteOf(key, entry?.node.at), entry?.node, setting);
  }

  items(): Place[] {
    if (this.node?.kind !== 'list') return [];
    return this.node.items.map((node, index) => {
      const site = { ...this.site, path: `${this.site.path}[${index}]`, at: node.at };
      return new Place(this.ledger, site, node, this.setting === '' ? '' : `${this.setting}[${index}]`);
    });
  }

  /** The same place, giving another setting. */
  as(setting: string): Place {
    return new Place(this.ledger, this.site, this.node, setting);
  }

  /** Lets the place give one more setting. */
  alsoGives(setting: string): void {
    this.ledger.remember(setting, this.origin());
  }

  /** A key itself: the place of a name. */
  key(name: string, setting: string): Place {
    const at = this.entries().find((entry) => entry.name === name)?.at ?? this.site.at;
    return new Place(this.ledger, this.siteOf(name, at), { kind: 'scalar', at, value: name }, setting);
  }

  entries(): readonly JsonEntry[] {
    return this.node?.kind === 'object' ? this.node.entries : [];
  }

  /** Says what is wrong here; `value` stands for the value found where that would be too long or is not in the file. */
  report(reason: string, remedy: string, value?: string): void {
    this.ledger.report({ ...this.origin(), ...(value !== undefined && { value }) }, reason, remedy);
  }

  /** The same for a value that can't be read. */
  refuse(reason: string, remedy: string): undefined {
    this.ledger.refuse(this.origin(), reason, remedy);
  }

  /** Says what is wrong with a key. */
  reportKey(entry: JsonEntry, reason: string, remedy: string): void {
    const value = displayed(plainValue(entry.node));
    this.ledger.report(originAt(this.siteOf(entry.name, entry.at), value), reason, remedy);
  }

  private origin(): Origin {
    return originAt(this.site, displayed(this.node === undefined ? undefined : plainValue(this.node)));
  }

  private siteOf(key: string, at: TextPosition = this.site.at): Site {
    return { file: this.site.file, path: pathBelow(this.site.path, key), at };
  }
}

function originAt({ file, path, at }: Site, value: string): Origin {
  return { file, line: at.line, column: at.column, path, value };
}
