import { CfnProject, Project } from 'aws-cdk-lib/aws-codebuild';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { CodePipeline } from 'aws-cdk-lib/pipelines';

/** What CDK Pipelines calls the scope of asset publishing, and the roles that it makes there. */
const ASSETS_SCOPE = 'Assets';
const ASSET_ROLES = ['FileRole', 'DockerRole'];

/**
 * Lets assets, files and images, be published with a given role instead of roles of CDK Pipelines' own, which bootstrapped
 * accounts don't trust. CDK Pipelines has no option for it, so the projects are told at the level of the template.
 */
export function publishAssetsWith(role: IRole, delivery: CodePipeline): void {
  const assets = delivery.node.tryFindChild(ASSETS_SCOPE);
  if (!assets) return;
  for (const project of assets.node.children.filter((child) => child instanceof Project)) {
    (project.node.defaultChild as CfnProject).serviceRole = role.roleArn;
  }
  ASSET_ROLES.forEach((id) => assets.node.tryRemoveChild(id));
}
