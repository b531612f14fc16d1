import { CfnResource, Stack, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { ConstructPaths } from './narrow-scope';

/** Paths of what lies in a tree of constructs. */
export function constructPaths(root: IConstruct): ConstructPaths {
  const constructs = root.node.findAll();
  const pathsOf = (isOne: (construct: IConstruct) => boolean) => constructs.filter(isOne).map(({ node }) => node.path);
  return {
    resources: pathsOf((construct) => CfnResource.isCfnResource(construct)),
    deployables: pathsOf((construct) => Stack.isStack(construct) || Stage.isStage(construct)),
  };
}
