import { join } from 'node:path';
import { readAssembly } from '../../../local/assembly/manifest';
import { functionSources } from '../../../local/handlers/function-source';
import { writeSampleAssembly } from '../assembly/sample-assembly';
import { scratchFolder, writeFileIn } from '../scratch-folder';

describe('finding the code of functions', () => {
  const folder = scratchFolder();
  writeSampleAssembly(folder);
  const stacks = readAssembly(folder);

  test('a Node function is found by stack and logical id, with its file and its export', () => {
    const asset = join(folder, `asset.${'c'.repeat(64)}`);

    expect([...functionSources(stacks).values()]).toEqual([
      {
        key: 'sample-api/Reader',
        label: 'Reader',
        folder: asset,
        file: join(asset, 'reader.mjs'),
        exportName: 'handler',
      },
    ]);
  });

  test.each([
    ['/App/Api/LicenseIngest/Resource', 'LicenseIngest'],
    ['/App/Api/LicenseIngest/Function/Resource', 'LicenseIngest'],
    ['/App/Custom::Provider/Handler', 'Custom-Provider'],
  ])('the construct at %s is called %s', (path, label) => {
    const [, api] = stacks;
    const named = functionSources([{ ...api, constructPaths: { Reader: path } }]);

    expect(named.get('sample-api/Reader')?.label).toBe(label);
  });

  test('two functions of one name are told apart by their stacks', () => {
    const [, api] = stacks;
    const labels = [...functionSources([api, { ...api, name: 'other' }]).values()].map(({ label }) => label);

    expect(labels).toEqual(['sample-api-Reader', 'other-Reader']);
  });

  test('a handler without a file is named', () => {
    const broken = join(folder, 'broken');
    writeSampleAssembly(broken);
    writeFileIn(broken, 'api.template.json', {
      Resources: {
        Reader: {
          Type: 'AWS::Lambda::Function',
          Properties: { Runtime: 'nodejs22.x', Handler: 'writer.handler', Code: { S3Key: `${'c'.repeat(64)}.zip` } },
        },
      },
    });

    expect(() => functionSources(readAssembly(broken))).toThrow(
      /^\/Api\/Reader\/Resource has the handler writer.handler, but .* holds no such file$/,
    );
  });
});
