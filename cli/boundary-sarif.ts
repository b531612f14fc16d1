import { name, version } from '../package.json';
import { boundaryTables } from '../src/boundary/tables';
import type { BoundaryAnalysis } from '../src/core/boundary/analysis';
import type { AssemblyFacts } from '../src/report/assembly/assembly-facts';
import { securityReport } from '../src/report/build/security-report';
import { sarifReport } from '../src/report/writers/sarif';

/** What rule packs found is the report's: a check of boundaries has nothing of it. */
const NO_FACTS: AssemblyFacts = { stacks: [], findings: [], acknowledgements: [], gaps: [] };

/** Findings about boundaries for code scanning: SARIF 2.1.0. */
export function analysisSarif(analyses: readonly BoundaryAnalysis[]): string {
  return sarifReport(
    securityReport({
      title: analyses.map(({ place }) => place).join(', '),
      generator: { name, version },
      // The day on which acknowledgements are judged, of which there are none.
      today: '1970-01-01',
      actions: boundaryTables().actions,
      hipaaRules: [],
      assembly: { facts: NO_FACTS, identities: [] },
      boundaries: analyses,
    }),
  );
}
