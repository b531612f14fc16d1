import { Rule } from './rule';

/** AWS Tag naming limits and requirements. */
export const LONGEST_TAG_VALUE = 256;

const TAG_VALUE = new RegExp(`^[\\p{L}\\p{N}_.:/=+\\-@ ]{1,${LONGEST_TAG_VALUE}}$`, 'u');

/** Values of tags are what AWS takes as such, and not empty: costs are sorted by them. */
export const tagsAreTagValues: Rule = (draft, report) => {
  for (const setting of ['project', 'service'] as const) {
    const value = draft[setting];
    if (value === undefined || TAG_VALUE.test(value)) continue;
    report(
      setting,
      `a tag has 1 to ${LONGEST_TAG_VALUE} letters, digits, spaces and characters of _ . : / = + - @`,
      'write a value of these characters',
    );
  }
};
