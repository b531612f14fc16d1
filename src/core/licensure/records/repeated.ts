/** Every occurrence of the values that a list has more than once, in the order of the list. */
export function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value) => values.indexOf(value) !== values.lastIndexOf(value));
}
