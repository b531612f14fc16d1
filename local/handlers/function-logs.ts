import { createWriteStream, WriteStream } from 'node:fs';
import { join } from 'node:path';

/** One log file per function. */
export class FunctionLogs {
  private readonly streams = new Map<string, WriteStream>();

  constructor(private readonly folder: string) {}

  public write(label: string, text: string): void {
    const stream = this.streams.get(label) ?? createWriteStream(join(this.folder, `${label}.log`), { flags: 'a' });
    this.streams.set(label, stream);
    stream.write(text);
  }

  public end(): void {
    for (const stream of this.streams.values()) stream.end();
  }
}
