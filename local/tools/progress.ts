const TITLE_WIDTH = 12;

/** Writes one line per finished step: its name, what came of it, and how long it took. */
export class Progress {
  constructor(
    private readonly output: NodeJS.WriteStream,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Runs a step; `describe` says in a few words what came of it. */
  public async step<Result>(
    title: string,
    work: () => Promise<Result>,
    describe: (result: Result) => string,
  ): Promise<Result> {
    const begin = this.now();
    if (this.output.isTTY) this.output.write(`  ${title} …`);
    try {
      const result = await work();
      const seconds = ((this.now() - begin) / 1000).toFixed(1);
      this.write(`  ${title.padEnd(TITLE_WIDTH)} ${describe(result)} (${seconds} s)`);
      return result;
    } catch (error) {
      if (this.output.isTTY) this.output.write('\n');
      throw error;
    }
  }

  public note(text: string): void {
    this.write(`  ${''.padEnd(TITLE_WIDTH)} ${text}`);
  }

  public write(line: string): void {
    const clear = this.output.isTTY ? '\r\u001b[K' : '';
    this.output.write(`${clear}${line}\n`);
  }
}
