import { charactersOf, grouped, shortened } from './boundary-figures';
import type { DerivedBoundary } from '../src/boundary/derivation';
import type { BoundaryFigures } from '../src/core/boundary/analysis';
import { ACCESS_LEVELS } from '../src/core/iam/action-table';
import { tableLines } from '../src/core/text/table';

/** What `boundary derive` prints of a derivation, whichever way it is derived. */
export interface PrintedDerivation {
  /** `111111111111/us-east-1`. */
  readonly place: string;
  readonly boundaries: readonly DerivedBoundary[];
}

/** A derived boundary for other programs. */
interface DerivedBoundaryJson extends BoundaryFigures {
  /** Patterns of actions that its statements allow. */
  readonly patterns: number;
  /** Characters by which the patterns might still be shortened without another action; 0 when they are as short as can be. */
  readonly optimalityGap: number;
  readonly isLossless: boolean;
  /** Statements that are about some resources only. */
  readonly scopedStatements: number;
  /** The policy document. */
  readonly document: unknown;
}

const HEADER = ['boundary', 'characters', 'actions needed', 'extra', 'patterns', 'optimality gap', 'scoped statements'];

/** Figures by account, for people. */
export function derivationLines(derivations: readonly PrintedDerivation[]): string[] {
  return derivations.flatMap(({ place, boundaries }, index) => [
    ...(index === 0 ? [] : ['']),
    place,
    ...tableLines([HEADER, ...boundaries.map(figuresRow)]),
    ...boundaries.flatMap(extraActionLines),
  ]);
}

function figuresRow(boundary: DerivedBoundary): string[] {
  const { neededActions, extraActions, document, scopedStatements } = boundary;
  return [
    boundary.boundary,
    charactersOf(boundary),
    grouped(neededActions),
    grouped(extraActions.length),
    grouped(patternsOf(document)),
    String(gapOf(boundary)),
    grouped(scopedStatements),
  ];
}

/** More names on a line nobody reads. */
const MOST_ACTIONS = 20;

/** What is allowed beyond what is needed, a line for each access level, the most dangerous first. */
function extraActionLines({ boundary, extraActions }: DerivedBoundary): string[] {
  return [...ACCESS_LEVELS].reverse().flatMap((level) => {
    const actions = extraActions.filter((extra) => extra.level === level).map(({ action }) => action);
    return actions.length === 0
      ? []
      : [`extra in the ${boundary} boundary, ${level}: ${shortened(actions, MOST_ACTIONS, ', ')}`];
  });
}

/** Documents and figures by account, for other programs. */
export function derivationJson(derivations: readonly PrintedDerivation[]): unknown {
  return derivations.map(({ place, boundaries }) => ({ place, boundaries: boundaries.map(boundaryJson) }));
}

function boundaryJson({ fold, scopedStatements, document, ...figures }: DerivedBoundary): DerivedBoundaryJson {
  return {
    ...figures,
    patterns: patternsOf(document),
    optimalityGap: gapOf({ fold }),
    isLossless: fold.isLossless,
    scopedStatements,
    document,
  };
}

function gapOf({ fold }: Pick<DerivedBoundary, 'fold'>): number {
  return fold.characters - fold.lowerBound;
}

interface AllowingStatement {
  readonly Effect: string;
  readonly Action?: string | readonly string[];
}

function patternsOf(document: unknown): number {
  const { Statement: statements } = document as { readonly Statement: readonly AllowingStatement[] };
  return statements
    .filter(({ Effect }) => Effect === 'Allow')
    .reduce((sum, { Action: actions = [] }) => sum + [actions].flat().length, 0);
}
