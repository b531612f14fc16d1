import { fileURLToPath } from 'node:url';
import { MessagePort, parentPort, workerData } from 'node:worker_threads';
import loadHighs from 'highs';
import type { SolverAnswer, SolverQuestion, SolverStart } from '../../src/core/boundary/solver-protocol';
import { solveCover } from '../solve-cover';

/**
 * Solves covering problems in a thread of its own: HiGHS is loaded asynchronously, and constructs can't wait for that.
 */
const { answers, signal } = workerData as SolverStart<MessagePort>;

/** The WebAssembly lies beside the bundle. */
const highs = loadHighs({ locateFile: (file) => fileURLToPath(new URL(file, import.meta.url)) });

parentPort!.on('message', async (question: SolverQuestion) => {
  answers.postMessage(await answerTo(question));
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});

async function answerTo({ problems, seconds }: SolverQuestion): Promise<SolverAnswer> {
  try {
    const loaded = await highs;
    const end = performance.now() + seconds * 1000;
    return {
      solutions: problems.map((problem) => solveCover(loaded, problem, Math.max(0, (end - performance.now()) / 1000))),
    };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
