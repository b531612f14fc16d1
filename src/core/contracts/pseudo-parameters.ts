/**
 * The longest values that pseudo parameters can have where the library is used, so that policies fit wherever a template
 * is deployed (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html).
 */
export const LONGEST_PSEUDO_PARAMETERS = {
  'AWS::AccountId': '0'.repeat(12),
  'AWS::Partition': 'aws-us-gov',
  'AWS::Region': 'ap-northeast-1',
} as const;
