import { join } from 'node:path';
import { readAssembly } from '../../../local/assembly/manifest';
import { scratchFolder, writeFileIn } from '../scratch-folder';
import { writeSampleAssembly } from './sample-assembly';

describe('reading a synthesized assembly', () => {
  const folder = scratchFolder();
  writeSampleAssembly(folder);

  test('a stack comes after the stacks it depends on', () => {
    expect(readAssembly(folder).map(({ name }) => name)).toEqual(['sample-data', 'sample-api']);
  });

  test('a stack says where it goes and what it needs there', () => {
    const [, api] = readAssembly(folder);

    expect(api).toMatchObject({
      account: '111122223333',
      region: 'us-east-1',
      templateUrl: `s3://staging-111122223333/${'b'.repeat(64)}.json`,
      bootstrapVersionParameter: '/bootstrap/version',
      tags: { Project: 'sample' },
      constructPaths: { Reader: '/Api/Reader/Resource' },
    });
    expect(api.files.map(({ bucket, key }) => `${bucket}/${key}`)).toEqual([
      `staging-111122223333/${'b'.repeat(64)}.json`,
      `staging-111122223333/${'c'.repeat(64)}.zip`,
    ]);
  });

  test('stacks of a stage are read from the assembly inside', () => {
    const outer = join(folder, 'outer');
    writeSampleAssembly(join(outer, 'assembly-Stage'));
    const artifacts = { Stage: { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Stage' } } };
    writeFileIn(outer, 'manifest.json', { artifacts });

    expect(readAssembly(outer).map(({ id }) => id)).toEqual(['Data', 'Api']);
  });

  test('a stack without an account is refused: the emulator has to know whose it is', () => {
    const loose = join(folder, 'loose');
    const artifact = { type: 'aws:cloudformation:stack', environment: 'aws://unknown-account/unknown-region' };
    writeFileIn(loose, 'manifest.json', { artifacts: { Loose: { ...artifact, properties: {} } } });

    expect(() => readAssembly(loose)).toThrow(
      'stack Loose has the environment "aws://unknown-account/unknown-region": synthesize the local run with an explicit account and region',
    );
  });

  test('a folder without a manifest is no assembly', () => {
    expect(() => readAssembly(join(folder, 'nothing'))).toThrow(/holds no synthesized app/);
  });
});
