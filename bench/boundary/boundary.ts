import { join } from 'node:path';
import { FEW, generatedCheck, MANY } from './generated-check';
import { generatedTemplates } from './generated-template';
import { HAND_WRITTEN_ACTIONS } from './hand-written-boundary';
import { synthesizedInstallation } from '../../scripts/made-up-installation';
import { readAssembly } from '../../src/boundary/assembly/read-assembly';
import { accountFor } from '../../src/boundary/boundary-source';
import { derive, DerivationOptions } from '../../src/boundary/derivation';
import { PlacedTemplates, placedTemplates } from '../../src/boundary/placed-templates';
import { boundaryTables } from '../../src/boundary/tables';
import { analyse } from '../../src/core/boundary/analyse';
import { needsOf } from '../../src/core/boundary/needs/needs-of';
import { Benchmark, figuresOf, timedByTurns } from '../measure';

const RUNS = 3;

/** Deriving and checking boundaries: how long, how much memory, how it grows, and how tight the result is. */
export function boundaryBenchmarks(): Benchmark[] {
  const { assembly, environment } = synthesizedInstallation();
  const placed = placedTemplates(readAssembly(assembly).templates).find(({ place }) => place === environment)!;
  return [...wholeApp(placed), ...growth(), ...tightness(placed)];
}

const APP: DerivationOptions = { roleNamePrefixes: ['compact-connect-'] };

function wholeApp(placed: PlacedTemplates): Benchmark[] {
  const { bootstrap } = derive(placed, APP);
  const account = accountFor({ template: bootstrap.template }, placed);
  const texts = placed.templates.map(({ template }) => JSON.stringify(template));
  const [parsing, deriving, checking] = timedByTurns(RUNS, [
    () => texts.forEach((text) => JSON.parse(text)),
    () => derive(placed, APP),
    () => analyse({ templates: placed.templates, account }, boundaryTables()),
  ]);
  const common = { floor: parsing, unit: 'ms', floorIs: 'parsing the templates' } as const;
  return [
    { name: 'boundaries of the whole app: derive', measured: deriving, ...common, budget: 4_000 },
    { name: 'boundaries of the whole app: check', measured: checking, ...common, budget: 1_500 },
  ];
}

function growth(): Benchmark[] {
  const [small, large] = timedByTurns(RUNS, [generatedCheck(FEW), generatedCheck(MANY)]);
  return [
    {
      name: `check of ${MANY} resources`,
      measured: large,
      floor: (small * MANY) / FEW,
      unit: 'ms',
      floorIs: `${MANY / FEW} times the check of ${FEW}`,
      budget: 1.5,
    },
    {
      name: `memory of a check of ${MANY} resources`,
      measured: peakOfCheck(MANY) - peakOfCheck(FEW),
      floor: JSON.stringify(generatedTemplates(MANY)).length / 1024,
      unit: 'KB',
      floorIs: 'the templates as text',
      budget: 80,
    },
  ];
}

/** Kilobytes of a process that does nothing else. */
function peakOfCheck(resources: number): number {
  return figuresOf<number>('--import', 'tsx', join(__dirname, 'check-once.ts'), String(resources));
}

function tightness(placed: PlacedTemplates): Benchmark[] {
  const { actions } = boundaryTables();
  const [execution] = derive(placed, APP).boundaries;
  const { needs } = needsOf(placed.templates, boundaryTables());
  const services = [...new Set(needs.map(({ action }) => action.split(':')[0]))];
  const wildcards = services.flatMap((service) => actions.matching(`${service}:*`)).length;
  const handWritten = HAND_WRITTEN_ACTIONS.flatMap((pattern) => actions.matching(pattern)).length;
  const common = { measured: execution.allowedActions, unit: 'actions' } as const;
  return [
    { name: 'actions allowed', ...common, floor: execution.neededActions, floorIs: 'those needed', budget: 1 },
    { name: 'actions allowed', ...common, floor: wildcards, floorIs: 'wildcards of the same services', budget: 0.25 },
    {
      name: 'actions allowed',
      ...common,
      floor: handWritten,
      floorIs: 'a hand-written list of services',
      budget: 0.25,
    },
  ];
}
