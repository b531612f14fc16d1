import { LIMITS } from '../../contracts/limits';

/** What reports call a column of a license that does not exist where its own name can't be repeated. */
const WITHHELD = 'another column';

/** Five digits are more than a year: a number, a date, a postal code. No name of a column needs them. */
const VALUE = /@|(?:[0-9][^0-9]*){5}/;

/**
 * Why a first row can't be a header, or nothing. One that names no column of a license and holds values is the first
 * license of a file without a header; any other is taken as it is, and reports say of each row what it lacks.
 */
export function headerProblem(cells: readonly string[], known: readonly string[]): string | undefined {
  return cells.some((cell) => VALUE.test(cell)) && !cells.some((cell) => known.includes(cell))
    ? 'it holds values; the first row has to name the columns, ssn, licenseType and so on'
    : undefined;
}

/**
 * What reports call unknown columns, by their names. A name that may be a value is never repeated, since it could be
 * personal data; of the others as many are as the event of a report takes (`LIMITS.reportedCharacters`).
 */
export function reportedNames(names: readonly string[]): ReadonlyMap<string, string> {
  let room: number = LIMITS.reportedCharacters.value;
  const reported = names.map((name) => {
    if (name.length > room || VALUE.test(name)) return WITHHELD;
    room -= name.length;
    return name;
  });
  return new Map(names.map((name, index) => [name, reported[index]]));
}
