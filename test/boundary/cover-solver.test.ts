import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { coverSolver, highsSolver } from '../../src/boundary/cover-solver';
import type { CoverProblem } from '../../src/core/boundary/cover';

const cheapTogether: CoverProblem = {
  elements: 3,
  sets: [
    { cost: 3, covers: [0, 1] },
    { cost: 3, covers: [1, 2] },
    { cost: 2, covers: [2] },
    { cost: 10, covers: [0, 1, 2] },
  ],
};

const ring: CoverProblem = {
  elements: 5,
  sets: [0, 1, 2, 3, 4].map((element) => ({ cost: 1, covers: [element, (element + 1) % 5] })),
};

test.each<[name: string, problem: CoverProblem, expected: object]>([
  ['the cheapest cover', cheapTogether, { chosen: [0, 2], cost: 5, lowerBound: 5 }],
  ['no elements', { elements: 0, sets: [] }, { chosen: [], cost: 0, lowerBound: 0 }],
  ['a ring, for which half sets would be cheaper', ring, { cost: 3, lowerBound: 3 }],
  [
    'burdens, each counted once',
    {
      elements: 2,
      burdens: [5, 4],
      sets: [
        { cost: 1, covers: [0], brings: [0] },
        { cost: 1, covers: [1], brings: [0] },
        { cost: 0, covers: [0], brings: [1] },
        { cost: 3, covers: [1], brings: [] },
      ],
    },
    { chosen: [0, 1], cost: 7, lowerBound: 7 },
  ],
  [
    'a limit of weight',
    {
      elements: 2,
      weightLimit: 9,
      sets: [
        { cost: 1, covers: [0, 1], weight: 10 },
        { cost: 2, covers: [0], weight: 5 },
        { cost: 3, covers: [1], weight: 4 },
      ],
    },
    { chosen: [1, 2], cost: 5, lowerBound: 5 },
  ],
])('%s', (_, problem, expected) => {
  expect(highsSolver([problem])).toMatchObject([expected]);
});

test('many problems are solved in one call, in their order, and the next call is served by the same thread', () => {
  const problems = Array.from({ length: 20 }, (_, index): CoverProblem => ({
    elements: 1,
    sets: [{ cost: index, covers: [0] }],
  }));
  const expected = problems.map((__, index) => ({ chosen: [0], cost: index, lowerBound: index }));

  expect(highsSolver(problems)).toEqual(expected);
  expect(highsSolver(problems.slice(0, 3))).toEqual(expected.slice(0, 3));
});

test('the same question has the same answer', () => {
  const [first] = coverSolver()([ring]);

  expect(highsSolver([ring])).toEqual([first]);
});

test('nothing is started for no problems', () => {
  expect(coverSolver({ program: 'nowhere.mjs' })([])).toEqual([]);
});

test('when time is up, the known choice is the answer, and nothing is proved of it', () => {
  const hurried = coverSolver({ seconds: 0 });

  expect(hurried([{ ...hard(60), start: [...hard(60).sets.keys()] }])).toEqual([
    { chosen: expect.any(Array), cost: expect.any(Number), lowerBound: expect.any(Number) },
  ]);
  const [{ cost, lowerBound }] = hurried([hard(60)]);
  expect(lowerBound).toBeLessThan(cost);
  expect(lowerBound).toBeGreaterThanOrEqual(0);
});

test.each<[name: string, problem: CoverProblem, message: string]>([
  [
    'an element in no set',
    { elements: 2, sets: [{ cost: 1, covers: [1] }] },
    'the cover solver failed: no set covers element 0',
  ],
  [
    'a limit that no choice keeps',
    { elements: 1, sets: [{ cost: 1, covers: [0], weight: 3 }], weightLimit: 2 },
    'the cover solver failed: no choice of the sets covers every element within the limit',
  ],
])('%s is refused, and the next question is answered', (_, problem, message) => {
  expect(() => highsSolver([problem])).toThrow(message);
  expect(highsSolver([cheapTogether])).toMatchObject([{ cost: 5 }]);
});

test('a missing program is told with what to do', () => {
  expect(() => coverSolver({ program: '/nowhere/cover-solver.mjs' })([ring])).toThrow(
    'the cover solver is missing in /nowhere/cover-solver.mjs: run "npx projen bundle" in a checkout, or install the package anew',
  );
});

test('a process that has used the solver ends by itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cover-solver-'));
  const program = join(folder, 'program.ts');
  const solver = JSON.stringify(resolve(__dirname, '../../src/boundary/cover-solver'));
  writeFileSync(
    program,
    `import { highsSolver } from ${solver};\nconsole.log(highsSolver(${JSON.stringify([ring])})[0].cost);\n`,
  );

  const { status, stdout } = spawnSync('npx', ['tsx', program], { encoding: 'utf8', timeout: 25_000 });
  rmSync(folder, { recursive: true });

  expect({ status, stdout }).toEqual({ status: 0, stdout: '3\n' });
});

/** Every set covers a third of the elements, in a pattern without order. */
function hard(elements: number): CoverProblem {
  const sets = Array.from({ length: elements }, (_, set) => ({
    cost: 10 + ((set * 7) % 11),
    covers: Array.from({ length: elements }, (__, element) => element).filter(
      (element) => (set * set + 31 * element * (set + 3)) % 97 < 20 || element === set,
    ),
  }));
  return { elements, sets };
}
