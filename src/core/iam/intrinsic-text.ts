import { IntrinsicReader } from './intrinsic-reader';
import type { Alternative } from './intrinsic-reader';
import type { IntrinsicScope } from './intrinsic-scope';
import type { PartialText } from './partial-text';

export type { IntrinsicScope } from './intrinsic-scope';

/**
 * All texts that a value of a template can be: one for a literal, both sides of an `Fn::If` whose condition isn't known,
 * none for `AWS::NoValue`. What can't be computed is one unknown part, named by what the template says; whatever the
 * value is, reading it never throws.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function textsOf(value: unknown, scope: IntrinsicScope = {}): PartialText[] {
  return alternativesOf(value, scope).filter((alternative) => alternative !== undefined);
}

/** The same, and whether the value may also be missing: that alternative is `undefined`. */
export function alternativesOf(value: unknown, scope: IntrinsicScope = {}): Alternative[] {
  return new IntrinsicReader(scope).read(value);
}
