import { LIMITS } from '../../contracts/limits';
import { isCalendarDate, isEmailAddress } from '../../validation/text-formats';

const LIMIT = LIMITS.csvHeaderCharacters.value;
const NUMBER_OF_PERSON = /^[0-9]{3}-[0-9]{2}-[0-9]{4}$/;

/**
 * Why a first row can't be a header, or nothing. Errors repeat the names of unknown columns: taken from a file without a
 * header, these would be the personal data of its first license.
 */
export function headerProblem(cells: readonly string[]): string | undefined {
  if (cells.some(holdsValue)) {
    return 'it holds values; the first row has to name the columns, ssn, licenseType and so on';
  }
  const characters = cells.reduce((sum, cell) => sum + cell.length, 0);
  return characters > LIMIT ? `its names have ${characters} characters together; ${LIMIT} are allowed` : undefined;
}

function holdsValue(cell: string): boolean {
  const text = cell.trim();
  return NUMBER_OF_PERSON.test(text) || isCalendarDate(text) || isEmailAddress(text);
}
