import { commonTag, covers, parseTagPattern, tagMatches, TagPattern } from './tag-pattern';
import { nearest } from '../text/nearest';

/** What starts a pipeline. */
export type PlannedTrigger =
  | { readonly kind: 'tags'; readonly repository: string; readonly patterns: readonly string[] }
  | { readonly kind: 'branch'; readonly repository: string; readonly branch: string };

/** One stage of a pipeline: what it deploys where, and what happens before and after. */
export interface PlannedStage {
  readonly name: string;
  /** Account and region; nothing where they are those of the pipeline. */
  readonly account?: string;
  readonly region?: string;
  /** What a person approves before the deployment, e.g. `deployment` or `broader permissions`. */
  readonly approvals: readonly string[];
  /** Steps that must succeed before the deployment. */
  readonly gates: readonly string[];
  /** Steps that test what was deployed. */
  readonly smoke: readonly string[];
  /** Whether the stage goes back to its last success when it fails. */
  readonly rollback: boolean;
}

/** A pipeline as far as it matters which tag or branch starts what; knows no engine that runs it. */
export interface PlannedPipeline {
  /** Physical name, unique in its account and region. */
  readonly name: string;
  readonly trigger: PlannedTrigger;
  /** In the order of deployment. */
  readonly stages: readonly PlannedStage[];
  /** Names of pipelines that the same tag may start; it is enough if one of two names the other. */
  readonly sharesTagsWith: readonly string[];
}

/** What a tag starts. */
export interface TagPlan {
  readonly tag: string;
  readonly starts: readonly PlannedPipeline[];
}

interface Triggered {
  readonly pipeline: PlannedPipeline;
  readonly repository: string;
  readonly pattern: TagPattern;
}

/**
 * Why the pipelines can't be together: patterns that a single tag matches although nobody said that it may start both,
 * patterns that can't be read, and names in `sharesTagsWith` that no pipeline has. One sentence each.
 */
export function conflicts(pipelines: readonly PlannedPipeline[]): string[] {
  const { triggered, mistakes } = readTriggers(pipelines);
  const overlaps = triggered.flatMap((later, position) =>
    triggered.slice(0, position).flatMap((earlier) => overlapOf(earlier, later)),
  );
  return [...mistakes, ...unknownNames(pipelines), ...overlaps];
}

/** What a tag starts; patterns that can't be read start nothing, `conflicts` tells of them. */
export function planFor(tag: string, pipelines: readonly PlannedPipeline[]): TagPlan {
  const { triggered } = readTriggers(pipelines);
  const matching = new Set(triggered.filter(({ pattern }) => tagMatches(pattern, tag)).map(({ pipeline }) => pipeline));
  return { tag, starts: [...matching] };
}

function readTriggers(pipelines: readonly PlannedPipeline[]): { triggered: Triggered[]; mistakes: string[] } {
  const triggered: Triggered[] = [];
  const mistakes: string[] = [];
  for (const pipeline of pipelines) {
    const { name, trigger } = pipeline;
    if (trigger.kind !== 'tags') continue;
    for (const text of trigger.patterns) {
      const parsed = parseTagPattern(text);
      if (parsed.ok) triggered.push({ pipeline, repository: trigger.repository, pattern: parsed.value });
      else mistakes.push(`the pipeline ${name} can not be started: ${parsed.error}`);
    }
  }
  return { triggered, mistakes };
}

function overlapOf(one: Triggered, other: Triggered): string[] {
  if (one.pipeline === other.pipeline || one.repository !== other.repository) return [];
  if (shares(one.pipeline, other.pipeline) || shares(other.pipeline, one.pipeline)) return [];
  const tag = commonTag(one.pattern, other.pattern);
  if (tag === undefined) return [];
  const both = `${described(one)} and ${described(other)} are both started by the tag ${tag}`;
  const remedy = `make the patterns differ, or name ${one.pipeline.name} in sharesTagsWith of ${other.pipeline.name}`;
  return [`${both}${shadowing(one, other)}; ${remedy}`];
}

function shares({ sharesTagsWith }: PlannedPipeline, { name }: PlannedPipeline): boolean {
  return sharesTagsWith.includes(name);
}

function described({ pipeline, pattern }: Triggered): string {
  return `the pipeline ${pipeline.name} (tags ${pattern.text})`;
}

/** Says if one of two pipelines never starts without the other. */
function shadowing(one: Triggered, other: Triggered): string {
  const oneIsAlone = !covers(other.pattern, one.pattern);
  const otherIsAlone = !covers(one.pattern, other.pattern);
  if (oneIsAlone && otherIsAlone) return '';
  if (!oneIsAlone && !otherIsAlone) return ', and neither ever starts without the other';
  const [always, withIt] = oneIsAlone ? [other, one] : [one, other];
  return `, and ${always.pipeline.name} never starts without ${withIt.pipeline.name}`;
}

function unknownNames(pipelines: readonly PlannedPipeline[]): string[] {
  const names = pipelines.map(({ name }) => name);
  return pipelines.flatMap(({ name, sharesTagsWith }) =>
    sharesTagsWith
      .filter((other) => other === name || !names.includes(other))
      .map((other) => `the pipeline ${name} shares its tags with ${other}, ${whyNot(other, name, names)}`),
  );
}

function whyNot(other: string, name: string, names: readonly string[]): string {
  if (other === name) return 'which is itself: remove it from sharesTagsWith';
  const others = names.filter((candidate) => candidate !== name);
  const meant = nearest(other, others);
  if (meant !== undefined) return `which is no pipeline of this app: did you mean ${meant}?`;
  return `which is no pipeline of this app: ${others.length === 0 ? 'there is no other' : `use one of ${others.join(', ')}`}`;
}
