import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel, MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { CoverSolver } from '../core/boundary/cover';
import type { SolverAnswer, SolverQuestion, SolverStart } from '../core/boundary/solver-protocol';

/** Written by the bundle step; the folder lies at the package root, whether this file runs from `src` or from `lib`. */
const PROGRAM = join(__dirname, '..', '..', 'assets', 'solver', 'cover-solver.mjs');

/** Time for the problems of one call; those of a large app take about a second. */
const SECONDS = 60;

/** Beyond the time for solving: to load the solver, and for its last step, on a busy machine. */
const GRACE_SECONDS = 30;

/** Settings of `coverSolver`. */
export interface CoverSolverOptions {
  /**
   * Time for all the problems of a call; then the best solutions found so far are the answer, with what is proved of
   * them.
   *
   * @default 60
   */
  readonly seconds?: number;
  /**
   * File of the solver's program.
   *
   * @default - the one in the package
   */
  readonly program?: string;
}

/**
 * Exact solutions by HiGHS, which runs in a thread of its own: the caller waits for it. The thread starts with the
 * first call, serves all further ones, and ends with the process.
 */
export function coverSolver({ seconds = SECONDS, program = PROGRAM }: CoverSolverOptions = {}): CoverSolver {
  let thread: SolverThread | undefined;
  return (problems) => {
    if (problems.length === 0) return [];
    thread ??= startThread(program);
    const answer = ask(thread, { problems, seconds });
    if (answer === undefined) {
      void thread.worker.terminate();
      thread = undefined;
      throw new Error(
        `the cover solver did not answer within ${seconds + GRACE_SECONDS} seconds: run it again, and see whether ${program} is complete`,
      );
    }
    if ('error' in answer) throw new Error(`the cover solver failed: ${answer.error}`);
    return answer.solutions;
  };
}

/** The solver of the library. */
export const highsSolver: CoverSolver = coverSolver();

interface SolverThread {
  readonly worker: Worker;
  readonly answers: MessagePort;
  readonly signal: Int32Array;
}

function startThread(program: string): SolverThread {
  if (!existsSync(program)) {
    throw new Error(
      `the cover solver is missing in ${program}: run "npx projen bundle" in a checkout, or install the package anew`,
    );
  }
  const { port1: answers, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: SolverStart<MessagePort> = { answers: port2, signal };
  const worker = new Worker(program, { workerData, transferList: [port2] });
  worker.unref();
  return { worker, answers, signal };
}

function ask({ worker, answers, signal }: SolverThread, question: SolverQuestion): SolverAnswer | undefined {
  Atomics.store(signal, 0, 0);
  worker.postMessage(question);
  Atomics.wait(signal, 0, 0, (question.seconds + GRACE_SECONDS) * 1000);
  return receiveMessageOnPort(answers)?.message;
}
