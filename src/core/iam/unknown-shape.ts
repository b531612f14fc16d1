import { ANY_LETTER, DIGITS, DOMAIN_NAME, hasLetter, Letters, LOWER_CASE_NAME, NO_COLON } from './letters';

/** What is known of an unknown value by its name. */
export interface UnknownShape {
  /** How it certainly begins. */
  readonly beginning?: string;
  /** Number of characters that it has at least after the beginning; none when missing. */
  readonly least?: number;
  /** Whether more may follow; when missing it may. */
  readonly more?: boolean;
  readonly letters: Letters;
}

const ANYTHING: UnknownShape = { letters: ANY_LETTER };

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html */
const PSEUDO_PARAMETERS: Readonly<Record<string, UnknownShape>> = {
  'AWS::AccountId': { letters: DIGITS, least: 12, more: false },
  'AWS::Partition': { beginning: 'aws', letters: LOWER_CASE_NAME },
  'AWS::Region': { letters: LOWER_CASE_NAME, least: 1 },
  'AWS::URLSuffix': { letters: DOMAIN_NAME, least: 1 },
};

/**
 * Characters that are wildcards in a pattern but stand for themselves here: the policy variables `${*}` and `${?}`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars
 */
const LITERAL_WILDCARDS: Readonly<Record<string, UnknownShape>> = {
  '${*}': { beginning: '*', letters: ANY_LETTER, more: false },
  '${?}': { beginning: '?', letters: ANY_LETTER, more: false },
};

const WILDCARD_NAME = /^([*?])(:?) #\d+$/;

export function shapeOf(name: string): UnknownShape {
  const wildcard = WILDCARD_NAME.exec(name);
  if (wildcard) return shapeOfWildcard(wildcard[1], wildcard[2] === ':');
  if (Object.hasOwn(PSEUDO_PARAMETERS, name)) return PSEUDO_PARAMETERS[name];
  return Object.hasOwn(LITERAL_WILDCARDS, name) ? LITERAL_WILDCARDS[name] : ANYTHING;
}

/** Whether that character can be in the value. */
export function mayHold(name: string, character: string): boolean {
  const { beginning = '', least = 0, more = true, letters } = shapeOf(name);
  return beginning.includes(character) || ((more || least > 0) && hasLetter(letters, character));
}

function shapeOfWildcard(wildcard: string, isWithinSegment: boolean): UnknownShape {
  const letters = isWithinSegment ? NO_COLON : ANY_LETTER;
  return wildcard === '?' ? { letters, least: 1, more: false } : { letters };
}

/** Name of the unknown value that a wildcard stands for; numbers count from 1 within a text. */
export function wildcardName(wildcard: '*' | '?', number: number, isWithinSegment: boolean): string {
  return `${wildcard}${isWithinSegment ? ':' : ''} #${number}`;
}

/** The wildcard that an unknown value stands for, if it stands for one. */
export function wildcardOf(name: string): string | undefined {
  return WILDCARD_NAME.exec(name)?.[1];
}

/** The character that a part of a pattern stands for where it is a wildcard that isn't meant as one. */
export function literalWildcard(name: string): string | undefined {
  return Object.hasOwn(LITERAL_WILDCARDS, name) ? LITERAL_WILDCARDS[name].beginning : undefined;
}
