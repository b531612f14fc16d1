import { parseArgs } from 'node:util';
import { describeLeftOut, prepareAssembly } from './assembly/prepare';

/**
 * Prepares an assembly for the emulator by itself, for deployments by other means:
 * `node --import tsx local/prepass.ts --from cdk.out --to prepared [--handlers ADDRESS]`.
 */
const { from, to, handlers } = parseArgs({
  options: { from: { type: 'string' }, to: { type: 'string' }, handlers: { type: 'string' } },
}).values;
if (!from || !to) {
  console.error(
    'usage: prepass --from <synthesized assembly> --to <folder> [--handlers <address of a handler runner>]',
  );
  process.exit(1);
}
for (const line of describeLeftOut(prepareAssembly({ from, to, handlers }), true)) console.log(line);
