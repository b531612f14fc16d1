import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Template } from './overlay/template';

/** Written by the bundle step; the folder lies at the package root, whether this file runs from `src` or from `lib`. */
const UPSTREAM = join(__dirname, '..', '..', 'assets', 'bootstrap', 'upstream.json');

/** The bootstrap template of the CDK CLI, and the package that it was taken from. */
export interface UpstreamTemplate {
  readonly source: { readonly package: string; readonly version: string; readonly license: string };
  readonly template: Template;
}

export function upstreamTemplate(file = UPSTREAM): UpstreamTemplate {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as UpstreamTemplate;
  throw new Error(
    `the bootstrap template of the CDK is missing in ${file}: run "npx projen bundle" in a checkout, or install the package anew`,
  );
}
