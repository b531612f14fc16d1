import type { Glob } from './glob';
import type { LetterSet } from './letter-set';

/** From a state with a character of a set to any of several states. */
export interface Transition {
  readonly letters: LetterSet;
  readonly to: readonly number[];
}

/** Reads texts character by character; it can be in several states at once, and accepts if one of them is the last. */
export interface Automaton {
  readonly begin: readonly number[];
  readonly accepting: number;
  /** Transitions by state. */
  readonly transitions: readonly (readonly Transition[])[];
}

export function automatonOf(glob: Glob): Automaton {
  const building = new Building();
  const begin = building.state();
  const accepting = building.append(glob, begin);
  return {
    begin: building.reachedFrom(begin),
    accepting,
    transitions: building.steps.map((steps) =>
      steps.map(({ letters, to }) => ({ letters, to: building.reachedFrom(to) })),
    ),
  };
}

/** Thompson's construction: parts are joined by steps that read nothing, which are resolved at the end. */
class Building {
  readonly steps: { readonly letters: LetterSet; readonly to: number }[][] = [];
  private readonly jumps: number[][] = [];

  state(): number {
    this.steps.push([]);
    this.jumps.push([]);
    return this.steps.length - 1;
  }

  /** Adds what a glob reads after a state; returns the state after it. */
  append(glob: Glob, from: number): number {
    let last = from;
    for (const part of glob) {
      const next = this.state();
      if (part.kind === 'one') {
        this.steps[last].push({ letters: part.letters, to: next });
      } else if (part.kind === 'many') {
        this.jumps[last].push(next);
        this.steps[next].push({ letters: part.letters, to: next });
      } else {
        for (const choice of part.choices) {
          const begin = this.state();
          this.jumps[last].push(begin);
          this.jumps[this.append(choice, begin)].push(next);
        }
      }
      last = next;
    }
    return last;
  }

  /** The state and all states that it reaches without reading. */
  reachedFrom(state: number): number[] {
    const reached = [state];
    for (const one of reached) reached.push(...this.jumps[one].filter((next) => !reached.includes(next)));
    return reached;
  }
}
