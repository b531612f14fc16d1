import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { apiContracts } from './api-contracts';
import { realInputs } from './real-inputs';
import { reportLines, unrecordedCases } from './report';
import { runSuite, uncoveredFile } from './runner';
import { SUITES } from './suites';
import { readVectors, vectorFiles, vectorsFolder } from './vectors';

export interface Output {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
}

/** Exit codes: nothing unrecorded, an unrecorded difference, nothing to compare with. */
const EXIT = { conforms: 0, differs: 1, noVectors: 2 } as const;

/**
 * Compares the product with the vectors and the real inputs below `--from DIR` and prints how they came out; returns the
 * exit code.
 */
export function conformance(args: readonly string[], defaultFrom: string, { out, error }: Output): number {
  const { values } = parseArgs({
    args: [...args],
    options: { from: { type: 'string', default: defaultFrom }, verbose: { type: 'boolean', default: false } },
  });
  const from = resolve(values.from);
  if (!existsSync(vectorsFolder(from))) {
    error(`there is no folder ${vectorsFolder(from)}: name the folder that holds vectors/ with --from DIR`);
    return EXIT.noVectors;
  }
  const files = vectorFiles(from);
  const results = files.map((file) => {
    const vectors = readVectors(from, file);
    const suite = SUITES.find((candidate) => candidate.file === file);
    return suite ? runSuite(suite, vectors) : uncoveredFile(file, vectors);
  });
  results.push(...apiContracts(from), ...realInputs(from));
  const missing = SUITES.map((suite) => suite.file).filter((file) => !files.includes(file));
  reportLines(results, missing, values.verbose).forEach((line) => out(line));
  return unrecordedCases(results) > 0 ? EXIT.differs : EXIT.conforms;
}
