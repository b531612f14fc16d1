/** Name under which cells beyond the last column are refused (spec 04 section 9.2). */
const SURPLUS = 'invalid';

/** What a row says in one column: undefined where the cell is blank, null where the row ends before it. */
export type Cell = string | null | undefined;

/** Which cell of a row belongs to which field, read once from the header; of columns with the same name the last counts. */
export class LicenseColumns {
  private readonly positions: ReadonlyMap<string, number>;
  private readonly fieldPositions: readonly (number | undefined)[];
  private readonly otherPositions: readonly number[];
  private readonly unknownNames: readonly string[];

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
    this.unknownNames = [...this.positions.keys()].filter((name) => !fields.includes(name) && !others.includes(name));
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

  /** Names of the columns that no license has, as far as the row fills them, and of its surplus cells. */
  public unknownFields(row: readonly string[]): string[] {
    const names = this.unknownNames.filter((name) => this.cell(row, name) !== undefined);
    return row.length > this.header.length && !names.includes(SURPLUS) ? [...names, SURPLUS] : names;
  }
}

function cellAt(row: readonly string[], position: number | undefined): Cell {
  if (position === undefined) return undefined;
  if (position >= row.length) return null;
  return row[position] === '' ? undefined : row[position];
}
