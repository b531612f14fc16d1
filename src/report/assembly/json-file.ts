import { existsSync, readFileSync } from 'node:fs';

/** A file's JSON value; nothing when there is no such file. Throws when there is one that isn't JSON. */
export function readJsonFile(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Whether a value of a JSON document is an object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
