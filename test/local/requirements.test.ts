import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (name: string) => readFileSync(join(__dirname, '..', '..', 'local', name), 'utf8');

describe('the lock of the emulator', () => {
  const entries = read('requirements.txt')
    .replace(/^#.*\n/gm, '')
    .split(/\n(?=\S)/)
    .map((entry) => entry.trim());

  test.each(entries.map((entry) => [entry.split(' ')[0], entry]))('%s has an exact version and hashes', (_, entry) => {
    expect(entry).toMatch(/^[a-z0-9-]+==[\w.]+( \\\n {4}--hash=sha256:[0-9a-f]{64})+$/);
  });

  test('it holds the versions that requirements.in asks for', () => {
    const asked = read('requirements.in').match(/^[a-z].*$/gm) ?? [];

    expect(asked).toHaveLength(3);
    for (const requirement of asked) {
      expect(entries.some((entry) => entry.startsWith(requirement))).toBe(true);
    }
  });

  test('the emulator and its SDK have versions that fit', () => {
    const version = (name: string) => entries.find((entry) => entry.startsWith(`${name}==`))?.split(/==| /)[1];

    expect(version('boto3')).toBe(version('botocore'));
  });
});
