import { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { PLAN_METADATA_TYPE } from './pipeline-plan';
import type { PlannedPipeline } from '../core/tagplan/plan';

/** The plans of all pipelines in a cloud assembly, in the order of their stacks. */
export function plannedPipelines(assemblyFolder: string): PlannedPipeline[] {
  return new CloudAssembly(assemblyFolder).stacksRecursively.flatMap((stack) =>
    stack.findMetadataByType(PLAN_METADATA_TYPE).map(({ data }) => JSON.parse(String(data))),
  );
}
