import { Project } from 'aws-cdk-lib/aws-codebuild';
import type { IRepository } from 'aws-cdk-lib/aws-codecommit';
import type { Pipeline } from 'aws-cdk-lib/aws-codepipeline';
import { CodePipelineSource, IFileSetProducer } from 'aws-cdk-lib/pipelines';
import type { IConstruct } from 'constructs';
import type { BranchPipelineProps } from './branch-pipeline';
import { letUseConnection } from './use-connection';
import type { SourceSettings } from '../config/platform-settings';

/** Stage that CDK Pipelines makes for sources. */
const SOURCE_STAGE = 'Source';

/** The source of a pipeline that a branch starts. */
export interface BranchSource {
  readonly step: IFileSetProducer;
  /** How people call the repository. */
  readonly repository: string;
  /** Grants what the CDK doesn't, once the pipeline is there. */
  complete(pipeline: Pipeline): void;
}

/** @throws Error unless exactly one source is given */
export function branchSource(
  scope: IConstruct,
  { source, codeCommitRepository, branch, fullClone = true }: BranchPipelineProps,
): BranchSource {
  if (source && !codeCommitRepository) return connectionSource(source, branch, fullClone);
  if (codeCommitRepository && !source) return codeCommitSource(codeCommitRepository, branch, fullClone);
  const found = source ? 'two sources' : 'no source';
  throw new Error(`the pipeline ${scope.node.path} has ${found}: give it either source or codeCommitRepository`);
}

function connectionSource(
  { repository, connectionArn }: SourceSettings,
  branch: string,
  fullClone: boolean,
): BranchSource {
  return {
    repository,
    step: CodePipelineSource.connection(repository, branch, {
      connectionArn,
      codeBuildCloneOutput: fullClone,
      actionName: repository.replace(/\//g, '_'),
    }),
    complete: (pipeline) => {
      letUseConnection(pipeline.role, connectionArn);
      if (!fullClone) return;
      for (const { role } of projectsThatClone(pipeline)) if (role) letUseConnection(role, connectionArn);
    },
  };
}

function codeCommitSource(repository: IRepository, branch: string, fullClone: boolean): BranchSource {
  return {
    repository: repository.repositoryName,
    step: CodePipelineSource.codeCommit(repository, branch, { codeBuildCloneOutput: fullClone }),
    complete: () => undefined,
  };
}

/** A full clone is no artifact but a reference: each build that takes it as input clones by itself. */
function projectsThatClone(pipeline: Pipeline): Project[] {
  const clones = pipeline.stage(SOURCE_STAGE).actions.flatMap(({ actionProperties }) => actionProperties.outputs ?? []);
  return pipeline.stages
    .flatMap(({ actions }) => actions.map(({ actionProperties }) => actionProperties))
    .filter(({ inputs = [] }) => inputs.some((input) => clones.includes(input)))
    .flatMap(({ resource }) => (resource instanceof Project ? [resource] : []));
}
