import { Pipeline, PipelineNotificationEvents } from 'aws-cdk-lib/aws-codepipeline';
import { DetailType } from 'aws-cdk-lib/aws-codestarnotifications';
import type { ITopic } from 'aws-cdk-lib/aws-sns';

/** Tells a topic what people want to hear of a pipeline: that it runs, how it ended, and that it waits for somebody. */
export function notify(pipeline: Pipeline, topic: ITopic): void {
  pipeline.notifyOn('Notifications', topic, {
    detailType: DetailType.FULL,
    events: [
      PipelineNotificationEvents.PIPELINE_EXECUTION_STARTED,
      PipelineNotificationEvents.PIPELINE_EXECUTION_FAILED,
      PipelineNotificationEvents.PIPELINE_EXECUTION_SUCCEEDED,
      PipelineNotificationEvents.MANUAL_APPROVAL_NEEDED,
    ],
  });
}
