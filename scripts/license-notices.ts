import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names, versions and licence texts of packages that something was made from, by their folders. */
export function licenseNotices(packages: readonly string[]): string {
  return packages.map((folder) => `${licenseNotice(folder)}\n`).join(`${'-'.repeat(80)}\n`);
}

function licenseNotice(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice)/i.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return [`${name} ${version} (${license})`, ...texts].join('\n\n');
}
