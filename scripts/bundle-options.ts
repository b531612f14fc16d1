import type { BuildOptions } from 'esbuild';

/** How code for Lambda is bundled: ES modules with shared chunks, everything included. */
export const BUNDLE_OPTIONS = {
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  mainFields: ['module', 'main'],
  // CommonJS packages inside an ESM bundle still call `require` for Node's own modules.
  banner: {
    js: "import { createRequire as compactCreateRequire } from 'node:module'; const require = compactCreateRequire(import.meta.url);",
  },
  legalComments: 'none',
} as const satisfies BuildOptions;
