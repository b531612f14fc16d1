import { generatedCheck } from './generated-check';
import { peakMemory } from '../peak-memory';

/** Checks as many resources as its argument says, and prints the kilobytes that the process took at most. */
generatedCheck(Number(process.argv[2]))();
console.log(peakMemory());
