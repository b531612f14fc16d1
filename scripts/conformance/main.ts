import { join } from 'node:path';
import { conformance } from './command';

/** `projen conformance [--from DIR] [--verbose]`: DIR holds a folder `vectors`, by default `shared` beside the project. */
const SHARED = join(__dirname, '..', '..', '..', 'shared');

process.exitCode = conformance(process.argv.slice(2), SHARED, { out: console.log, error: console.error });
