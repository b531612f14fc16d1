import { nearestPattern } from './nearest-pattern';
import type { PlannedPipeline, PlannedStage, TagPlan } from './plan';
import { isTagName } from './tag-name';
import { tableLines } from '../text/table';

const HEADINGS = ['PIPELINE', 'TRIGGER', 'STAGE', 'ACCOUNT', 'REGION', 'BEFORE', 'AFTER', 'ON FAILURE'];

/** What a tag starts, as lines of text: a sentence, and a table if it starts something. */
export function planLines({ tag, starts }: TagPlan, pipelines: readonly PlannedPipeline[]): string[] {
  if (starts.length === 0) return [`the tag ${tag} starts nothing: ${whyNothing(tag, pipelines)}`];
  const count = starts.length === 1 ? '1 pipeline' : `${starts.length} pipelines at the same time`;
  return [`the tag ${tag} starts ${count}`, '', ...pipelineLines(starts)];
}

/** Pipelines and their stages as a table, one line per stage. */
export function pipelineLines(pipelines: readonly PlannedPipeline[]): string[] {
  const rows = pipelines.flatMap((pipeline) =>
    pipeline.stages.map((stage, index) => [
      ...(index === 0 ? [pipeline.name, triggerOf(pipeline)] : ['', '']),
      ...stageCells(stage),
    ]),
  );
  return tableLines([HEADINGS, ...rows]);
}

/** What a tag starts, as JSON for other programs. */
export function planJson({ tag, starts }: TagPlan, pipelines: readonly PlannedPipeline[]): string {
  const nearest = starts.length === 0 ? nearestPattern(tag, pipelines) : undefined;
  return JSON.stringify({ tag, starts, nearest }, undefined, 2);
}

function whyNothing(tag: string, pipelines: readonly PlannedPipeline[]): string {
  if (!isTagName(tag)) return 'Git allows no tag of this name (see git-check-ref-format)';
  const nearest = nearestPattern(tag, pipelines);
  if (nearest === undefined) return 'no pipeline is started by tags';
  return `the nearest pattern is ${nearest.pattern} of the pipeline ${nearest.pipeline}`;
}

function triggerOf({ trigger }: PlannedPipeline): string {
  return trigger.kind === 'tags' ? trigger.patterns.join(', ') : `branch ${trigger.branch}`;
}

function stageCells({ name, account, region, approvals, gates, smoke, rollback }: PlannedStage): string[] {
  const before = [...gates, ...approvals.map((subject) => `approval of ${subject}`)];
  return [
    name,
    account ?? 'of the pipeline',
    region ?? 'of the pipeline',
    before.join(', ') || '-',
    smoke.join(', ') || '-',
    rollback ? 'roll back' : 'stop',
  ];
}
