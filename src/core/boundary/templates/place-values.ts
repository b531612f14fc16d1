import type { DeployedTemplate } from '../deployed-template';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html */
const URL_SUFFIXES: Readonly<Record<string, string>> = {
  aws: 'amazonaws.com',
  'aws-cn': 'amazonaws.com.cn',
  'aws-us-gov': 'amazonaws.com',
};

/** Pseudo parameters that are known before the deployment; nested stacks get a name that nobody knows. */
export function placeValues(deployed: DeployedTemplate, isNested: boolean): Record<string, string> {
  const { name, account, region, partition } = deployed;
  const values = {
    'AWS::AccountId': account,
    'AWS::Region': region,
    'AWS::Partition': partition,
    'AWS::StackName': isNested ? undefined : name,
    'AWS::URLSuffix': partition === undefined ? undefined : URL_SUFFIXES[partition],
  };
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
