import { plannedSteps } from './planned-steps';
import { pipelineNameOf } from '../config/pipeline-names';
import type { PlatformSettings } from '../config/platform-settings';
import type { PlannedPipeline } from '../core/tagplan/plan';

/** The plan of the pipelines that `PlatformPipelines` makes of sound settings; nothing is synthesized. */
export function plannedPipelinesOf(settings: PlatformSettings): PlannedPipeline[] {
  const { applicationName, source, environments, pipelines = [] } = settings;
  const names = new Map(pipelines.map((pipeline) => [pipeline.name, pipelineNameOf(applicationName, pipeline)]));
  return pipelines.map(({ name, tagPattern, stages, sharesTagsWith = [] }) => ({
    name: names.get(name)!,
    trigger: { kind: 'tags', repository: source!.repository, patterns: [tagPattern] },
    stages: stages.map(({ environment, ...options }) => {
      const { account, region } = environments.find((candidate) => candidate.name === environment)!;
      return { name: environment, account, region, ...plannedSteps(options) };
    }),
    sharesTagsWith: sharesTagsWith.map((other) => names.get(other)!),
  }));
}
