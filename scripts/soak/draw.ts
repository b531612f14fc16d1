/** Numbers are drawn below this prime: the square of a smaller one is still exact. */
const PRIME = 67_108_859;
const STEP = 14_930_352;

/** Repeatable chance: the same seed, record and purpose draw the same numbers, in whatever order records are asked for. */
export class Draw {
  private state: number;

  public constructor(seed: number, record: number, purpose: string) {
    this.state = mixed(mixed(seed) + record);
    for (const letter of purpose) this.state = mixed(this.state + letter.charCodeAt(0));
  }

  /** 0 or more, less than 1. */
  public share(): number {
    this.state = mixed(this.state + STEP);
    return this.state / PRIME;
  }

  /** A whole number, 0 or more, less than `bound`. */
  public below(bound: number): number {
    return Math.floor(this.share() * bound);
  }

  public oneOf<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)];
  }

  public digits(count: number): string {
    return Array.from({ length: count }, () => this.below(10)).join('');
  }
}

/** Third powers: 3 does not divide the prime less one, so every number comes from exactly one other. */
function mixed(value: number): number {
  const rest = value % PRIME;
  return (((rest * rest) % PRIME) * rest) % PRIME;
}
