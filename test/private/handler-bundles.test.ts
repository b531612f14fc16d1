import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handlerBundles } from '../../src/private/handler-bundles';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundles-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test('the folder of a bundle is the asset of its function', () => {
  writeFileSync(join(folder, 'license-upload.mjs'), '');

  expect(handlerBundles('license-upload', folder)).toBe(folder);
});

test.each([
  ['the bundle', () => folder],
  ['the whole folder', () => join(folder, 'nowhere')],
])('when %s is missing the error says where it looked and what to do', (_name, place) => {
  expect(() => handlerBundles('license-upload', place())).toThrow(
    `the handler bundle license-upload.mjs is missing in ${place()}: run "npx projen bundle" in a checkout, or install the package anew`,
  );
});
