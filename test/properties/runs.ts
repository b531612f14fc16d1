/** Generated cases of one law in the ordinary run: enough to find what a change broke, few enough to wait for. */
const ORDINARY_RUNS = 500;

/** For `fc.assert`: how many cases a law is tried on. The nightly run sets `PROPERTY_RUNS=10000`. */
export function propertyRuns(): { readonly numRuns: number } {
  const asked = process.env.PROPERTY_RUNS;
  if (asked === undefined) return { numRuns: ORDINARY_RUNS };
  const numRuns = Number(asked);
  if (!Number.isInteger(numRuns) || numRuns < 1) {
    throw new Error(`PROPERTY_RUNS is "${asked}", but it counts cases; set a whole number from 1, for example 10000`);
  }
  return { numRuns };
}
