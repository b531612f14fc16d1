import { reportedNames } from './header';

/** Name under which cells beyond the last column are refused (spec 04 section 9.2). */
const SURPLUS = 'invalid';

/** What a row says in one column: undefined where the cell is blank, null where the row ends before it. */
export type Cell = string | null | undefined;

/** Columns that no license has and that reports call by one name. */
interface UnknownColumns {
  readonly reported: string;
  /** From right to left: a row that ends before a column lacks its cell, which is seen at once. */
  readonly positions: readonly number[];
}

/** Which cell of a row belongs to which field, read once from the header; of columns with the same name the last counts. */
export class LicenseColumns {
  private readonly positions: ReadonlyMap<string, number>;
  private readonly fieldPositions: readonly (number | undefined)[];
  private readonly otherPositions: readonly number[];
  private readonly unknown: readonly UnknownColumns[];

  public constructor(
    private readonly header: readonly string[],
    /** Fields of a license, in the order in which `values` gives them. */
    fields: readonly string[],
    /** Further columns that are not refused as unknown here. */
    others: readonly string[],
  ) {
    this.positions = new Map(header.map((name, position) => [name, position]));
    this.fieldPositions = fields.map((name) => this.positions.get(name));
    this.otherPositions = others.flatMap((name) => this.positions.get(name) ?? []);
    this.unknown = unknownColumns(
      new Map([...this.positions].filter(([name]) => !fields.includes(name) && !others.includes(name))),
    );
  }

  public values(row: readonly string[]): Cell[] {
    return this.fieldPositions.map((position) => cellAt(row, position));
  }

  /** Whether the row fills one of the further columns. */
  public fillsOthers(row: readonly string[]): boolean {
    return this.otherPositions.some((position) => cellAt(row, position) !== undefined);
  }

  public cell(row: readonly string[], name: string): Cell {
    return cellAt(row, this.positions.get(name));
  }

  /** What reports call the columns that no license has, as far as the row fills them, and its surplus cells. */
  public unknownFields(row: readonly string[]): string[] {
    const isFilled = ({ positions }: UnknownColumns) => positions.some((at) => cellAt(row, at) !== undefined);
    const names = this.unknown.filter(isFilled).map(({ reported }) => reported);
    return row.length > this.header.length && !names.includes(SURPLUS) ? [...names, SURPLUS] : names;
  }
}

function unknownColumns(positions: ReadonlyMap<string, number>): UnknownColumns[] {
  const columns = new Map<string, number[]>();
  for (const [name, reported] of reportedNames([...positions.keys()])) {
    const position = positions.get(name)!;
    const group = columns.get(reported);
    if (group) group.push(position);
    else columns.set(reported, [position]);
  }
  return [...columns].map(([reported, at]) => ({ reported, positions: at.sort((left, right) => right - left) }));
}

function cellAt(row: readonly string[], position: number | undefined): Cell {
  if (position === undefined) return undefined;
  if (position >= row.length) return null;
  return row[position] === '' ? undefined : row[position];
}
