import { propertyRuns } from './runs';

const { PROPERTY_RUNS } = process.env;

afterEach(() => {
  if (PROPERTY_RUNS === undefined) delete process.env.PROPERTY_RUNS;
  else process.env.PROPERTY_RUNS = PROPERTY_RUNS;
});

test('laws are tried on 500 cases, or on as many as the environment says', () => {
  delete process.env.PROPERTY_RUNS;
  expect(propertyRuns()).toEqual({ numRuns: 500 });

  process.env.PROPERTY_RUNS = '10000';
  expect(propertyRuns()).toEqual({ numRuns: 10_000 });
});

test.each(['', 'many', '0', '1.5'])('a number of cases that is "%s" is refused', (asked) => {
  process.env.PROPERTY_RUNS = asked;

  expect(() => propertyRuns()).toThrow(`PROPERTY_RUNS is "${asked}"`);
});
