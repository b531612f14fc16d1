import type { ModelData } from 'highs';
import type { CoverProblem } from '../src/core/boundary/cover';

interface Row {
  readonly lower: number;
  readonly upper: number;
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/**
 * The problem as an integer program. Columns: whether a set is chosen, then whether a burden is borne. Rows: an element
 * is covered; a burden is borne when a set that brings it is chosen; the weight is within its limit.
 */
export function coverModel(problem: CoverProblem): ModelData {
  const { sets, burdens = [] } = problem;
  const rows = [...elementRows(problem), ...burdenRows(problem), ...weightRows(problem)];
  const starts = [0];
  for (const { columns } of rows) starts.push(starts[starts.length - 1] + columns.length);
  const numCols = sets.length + burdens.length;
  return {
    numCols,
    numRows: rows.length,
    colCost: [...sets.map(({ cost }) => cost), ...burdens],
    colLower: new Array<number>(numCols).fill(0),
    colUpper: new Array<number>(numCols).fill(1),
    // Burdens follow from the sets, so the solver needn't branch on them; that they are whole numbers still helps it.
    integrality: [...sets.map(() => 1 as const), ...burdens.map(() => 4 as const)],
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols,
      starts,
      indices: rows.flatMap(({ columns }) => columns),
      values: rows.flatMap(({ values }) => values),
    },
  };
}

function elementRows({ elements, sets }: CoverProblem): Row[] {
  const covering = Array.from({ length: elements }, (): number[] => []);
  sets.forEach(({ covers }, index) => covers.forEach((element) => covering[element].push(index)));
  return covering.map((columns) => ({ lower: 1, upper: Infinity, columns, values: columns.map(() => 1) }));
}

function burdenRows({ sets }: CoverProblem): Row[] {
  return sets.flatMap(({ brings = [] }, index) =>
    brings.map((burden) => ({ lower: 0, upper: Infinity, columns: [sets.length + burden, index], values: [1, -1] })),
  );
}

function weightRows({ sets, weightLimit }: CoverProblem): Row[] {
  if (weightLimit === undefined) return [];
  const heavy = sets.flatMap(({ weight = 0 }, index) => (weight === 0 ? [] : [{ weight, index }]));
  return [
    {
      lower: -Infinity,
      upper: weightLimit,
      columns: heavy.map(({ index }) => index),
      values: heavy.map(({ weight }) => weight),
    },
  ];
}
