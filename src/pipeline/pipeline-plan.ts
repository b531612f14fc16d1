import type { IConstruct } from 'constructs';
import type { PlannedPipeline } from '../core/tagplan/plan';

/** Type of the metadata with which a pipeline's plan stands in the cloud assembly. */
export const PLAN_METADATA_TYPE = 'cdk-compact-platform:pipeline';

export function recordPlan(scope: IConstruct, plan: PlannedPipeline): void {
  scope.node.addMetadata(PLAN_METADATA_TYPE, JSON.stringify(plan));
}
