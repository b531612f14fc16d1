import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readAssembly, readTemplate } from '../../../local/assembly/manifest';
import { describeLeftOut, prepareAssembly } from '../../../local/assembly/prepare';
import { scratchFolder } from '../scratch-folder';
import { writeSampleAssembly } from './sample-assembly';

describe('preparing an assembly for the emulator', () => {
  const folder = scratchFolder();
  const from = join(folder, 'cdk.out');
  const to = join(folder, 'prepared');
  writeSampleAssembly(from);
  const original = readFileSync(join(from, 'data.template.json'), 'utf8');
  const report = prepareAssembly({ from, to, handlers: 'http://127.0.0.1:9/secret' });
  const [data, api] = readAssembly(to);

  test('what the emulator lacks is left out, and said', () => {
    expect(Object.keys(readTemplate(data).Resources)).toEqual(['Queue']);
    expect(report.leftOut).toEqual([
      {
        stack: 'sample-data',
        constructPath: '/Data/Acl/Association',
        type: 'AWS::WAFv2::WebACLAssociation',
        reason: 'the emulator filters no requests',
      },
    ]);
  });

  test('references from later stacks go with the export', () => {
    expect(readTemplate(data).Outputs).toEqual({});
    expect(report.pruned).toEqual(['sample-api.Reader.Environment.Variables.FIREWALL']);
  });

  test('Node functions get the address of our runner beside their own variables, others do not', () => {
    const { Reader, Notifier } = readTemplate(api).Resources;

    expect(Reader.Properties?.Environment).toEqual({
      Variables: { TABLE_NAME: 't', MINISTACK_LAMBDA_PROXY_URL: 'http://127.0.0.1:9/secret/sample-api/Reader' },
    });
    expect(Notifier.Properties?.Environment).toBeUndefined();
  });

  test.each([0, 1])('template %d is uploaded under the hash of what it became', (index) => {
    const stack = readAssembly(to)[index];
    const hash = createHash('sha256').update(readFileSync(stack.templateFile)).digest('hex');

    expect(basename(stack.templateUrl, '.json')).toBe(hash);
    expect(stack.files.find(({ source }) => source === stack.templateFile)?.key).toBe(`${hash}.json`);
  });

  test('asset folders are found where they were', () => {
    const code = api.files.find(({ packaging }) => packaging === 'zip');

    expect(existsSync(join(code!.source, 'reader.mjs'))).toBe(true);
  });

  test('the original stays as it was', () => {
    expect(readFileSync(join(from, 'data.template.json'), 'utf8')).toBe(original);
  });

  test('without a runner functions stay with the emulator', () => {
    const alone = join(folder, 'alone');
    prepareAssembly({ from, to: alone });

    expect(readFileSync(join(alone, 'api.template.json'), 'utf8')).not.toContain('MINISTACK_LAMBDA_PROXY_URL');
  });

  test('the report is one line, or all of it', () => {
    expect(describeLeftOut(report, false)).toEqual(['left out: 1 resources of 1 types (--verbose lists them)']);
    expect(describeLeftOut(report, true)).toEqual([
      'left out: 1 resources of 1 types:',
      '- AWS::WAFv2::WebACLAssociation /Data/Acl/Association: the emulator filters no requests',
      '- sample-api.Reader.Environment.Variables.FIREWALL: referred to a resource that was left out',
    ]);
    expect(describeLeftOut({ leftOut: [], pruned: [] }, true)).toEqual([]);
  });
});
