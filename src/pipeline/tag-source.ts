import type { Artifact, Pipeline } from 'aws-cdk-lib/aws-codepipeline';
import { ProviderType } from 'aws-cdk-lib/aws-codepipeline';
import { CodeStarConnectionsSourceAction } from 'aws-cdk-lib/aws-codepipeline-actions';
import { CodePipelineSource, FileSet } from 'aws-cdk-lib/pipelines';
import { letUseConnection } from './use-connection';
import type { SourceSettings } from '../config/platform-settings';

/**
 * A branch that no repository has: Git allows no name that begins with a hyphen. An execution that wasn't started for a
 * commit then fails at the source, instead of deploying what happens to be on a branch.
 */
const NO_BRANCH = '--invalid-branch-4e4bf8';

/** The source of a pipeline that only tags start; at hand for the trigger, and for restarting with the same commit. */
export class TagSource extends CodePipelineSource {
  private action?: CodeStarConnectionsSourceAction;

  constructor(private readonly settings: SourceSettings) {
    super(settings.repository);
    this.configurePrimaryOutput(new FileSet('Source', this));
  }

  /** The name of the action, with which restarts name the source. */
  get actionName(): string {
    return this.settings.repository.replace(/\//g, '_');
  }

  /** The pipeline's variable with the commit; known once the pipeline is built. */
  get commitId(): string {
    return this.action!.variables.commitId;
  }

  /** Starts the pipeline when a tag is pushed that matches the pattern, and by nothing else. */
  trigger(pipeline: Pipeline, pattern: string): void {
    letUseConnection(pipeline.role, this.settings.connectionArn);
    pipeline.addTrigger({
      providerType: ProviderType.CODE_STAR_SOURCE_CONNECTION,
      gitConfiguration: { sourceAction: this.action!, pushFilter: [{ tagsIncludes: [pattern] }] },
    });
  }

  protected getAction(output: Artifact, _actionName: string, runOrder: number, variablesNamespace?: string) {
    const [owner, ...repository] = this.settings.repository.split('/');
    this.action = new CodeStarConnectionsSourceAction({
      actionName: this.actionName,
      connectionArn: this.settings.connectionArn,
      owner,
      repo: repository.join('/'),
      branch: NO_BRANCH,
      triggerOnPush: false,
      output,
      runOrder,
      variablesNamespace,
    });
    return this.action;
  }
}
