import { differencesBetween, ValueDifference } from './compare';
import { RECORDED_DIFFERENCES, RecordedDifference } from './differences';
import type { Outcome, Suite } from './suite';
import type { Vector } from './vectors';

export interface DifferingCase {
  readonly name: string;
  readonly differences: readonly ValueDifference[];
  readonly recorded?: RecordedDifference;
}

/** How the vectors of one file came out. */
export interface FileResult {
  readonly file: string;
  readonly passed: number;
  readonly differing: readonly DifferingCase[];
  /** Number of vectors per reason. */
  readonly notCovered: ReadonlyMap<string, number>;
  /** What else there is to say, a line each. */
  readonly remarks?: readonly string[];
}

/** Asks the product for every vector of a file and compares. */
export function runSuite(suite: Suite, vectors: readonly Vector[]): FileResult {
  const answer = suite.answerWith(vectors);
  const notCovered = new Map<string, number>();
  const differing: DifferingCase[] = [];
  let passed = 0;
  for (const vector of vectors) {
    const outcome = answerSafely(answer, vector);
    if (outcome.kind === 'data') continue;
    if (outcome.kind === 'notCovered') {
      notCovered.set(outcome.reason, (notCovered.get(outcome.reason) ?? 0) + 1);
      continue;
    }
    const differences = differencesBetween(outcome.expected, outcome.actual);
    if (differences.length === 0) passed += 1;
    else differing.push({ name: vector.name, differences, recorded: recordFor(suite.file, vector, differences) });
  }
  return { file: suite.file, passed, differing, notCovered };
}

/** A crash of the product is an answer as well: a wrong one. */
function answerSafely(answer: (vector: Vector) => Outcome, vector: Vector): Outcome {
  try {
    return answer(vector);
  } catch (error) {
    return { kind: 'compared', expected: vector.expect, actual: `crashed: ${String(error)}` };
  }
}

function recordFor(
  file: string,
  { mayDiffer }: Vector,
  differences: readonly ValueDifference[],
): RecordedDifference | undefined {
  if (mayDiffer === undefined) return undefined;
  return RECORDED_DIFFERENCES.find(
    (entry) =>
      entry.file === file &&
      entry.weakness.test(mayDiffer) &&
      differences.every((difference) => entry.where.test(difference.path)),
  );
}

/** A file that no suite reads: all of its cases are about later parts of the product. */
export function uncoveredFile(file: string, vectors: readonly Vector[]): FileResult {
  return {
    file,
    passed: 0,
    differing: [],
    notCovered: new Map([['no part of the product answers it yet', vectors.length]]),
  };
}
