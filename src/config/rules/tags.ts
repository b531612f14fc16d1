import { Rule } from './rule';

/** Values of tags are what AWS takes as such, and not empty: costs are sorted by them. */
export const tagsAreTagValues: Rule = (draft, report) => {
  for (const setting of ['project', 'service'] as const) {
    const value = draft[setting];
    if (value === undefined || /^[\p{L}\p{N}_.:/=+\-@ ]{1,256}$/u.test(value)) continue;
    report(
      setting,
      'a tag has 1 to 256 letters, digits, spaces and characters of _ . : / = + - @',
      'write a value of these characters',
    );
  }
};
