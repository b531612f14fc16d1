/** Words of a name in camel case: `PutMFAConfig2` is `Put`, `MFA`, `Config2`. */
export function wordsOf(name: string): string[] {
  return name.match(/[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+|[^A-Za-z\d]+/g) ?? [];
}
