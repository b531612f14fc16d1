import { problemLine } from './boundary-problems';
import { CommandError } from './exit-codes';
import { readAssembly } from '../src/boundary/assembly/read-assembly';
import type { BoundaryTables } from '../src/boundary/tables';
import { identitiesOf } from '../src/core/boundary/needs/identities-of';
import type { AssemblyFacts } from '../src/report/assembly/assembly-facts';
import { readAssemblyFacts } from '../src/report/assembly/read-assembly-facts';
import type { ReviewedAssembly } from '../src/report/build/security-report';

/** All that a report needs of an assembly; what can't be read of it becomes a gap of the report. */
export function reviewedAssembly(folder: string, tables: BoundaryTables): ReviewedAssembly {
  const facts = factsOf(folder);
  const reading = readAssembly(folder);
  const { identities, problems } = identitiesOf(reading.templates, tables);
  return { facts, identities, gaps: [...reading.problems, ...problems].map(problemLine) };
}

function factsOf(folder: string): AssemblyFacts {
  try {
    return readAssemblyFacts(folder);
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split('\n');
    throw new CommandError(`${folder} can't be read as a cloud assembly: ${reason}; synthesize the app anew`);
  }
}
