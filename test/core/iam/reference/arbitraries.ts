import * as fc from 'fast-check';
import type { PartialText, TextPart } from '../../../../src/core/iam/partial-text';

/** Texts with few letters and few unknown parts, so that all their values can be tried. */
export function partialText(letters: string, names: readonly string[], longest: number): fc.Arbitrary<PartialText> {
  const literals = [...letters, ...letters];
  const parts: TextPart[] = [...literals, ...names.map((unknown) => ({ unknown }))];
  return fc.array(fc.constantFrom(...parts), { maxLength: longest });
}
