import type { BootstrapResources } from './account-model';
import type { ResolvedResource } from './resolve-template';
import { stackArn } from './template-values';
import type { TemplateValues } from './template-values';

/** Of the template, or named as the CDK's template names them. */
export function bootstrapResources(
  resources: readonly ResolvedResource[],
  values: TemplateValues,
  qualifier: string,
): BootstrapResources {
  const { partition, region, account } = values;
  const arns = (type: string) =>
    resources.flatMap(({ type: own, identity: { arn } }) => (own === type && arn !== undefined ? [arn] : []));
  const parameters = arns('AWS::SSM::Parameter');
  return {
    stack: stackArn(values),
    bucket: arns('AWS::S3::Bucket')[0] ?? `arn:${partition}:s3:::cdk-${qualifier}-assets-${account}-${region}`,
    key: arns('AWS::KMS::Key')[0],
    repository:
      arns('AWS::ECR::Repository')[0] ??
      `arn:${partition}:ecr:${region}:${account}:repository/cdk-${qualifier}-container-assets-${account}-${region}`,
    parameters:
      parameters.length > 0
        ? parameters
        : [`arn:${partition}:ssm:${region}:${account}:parameter/cdk-bootstrap/${qualifier}/version`],
  };
}
