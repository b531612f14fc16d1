import { killAtRandom } from '../../../scripts/soak/kills';
import type { Pipeline } from '../../../scripts/soak/pipeline';

/** A pipeline that stores one item with every look, in which the same functions run all the time. */
function pipelineWith(labels: readonly string[]) {
  const killed: string[] = [];
  let stored = 0;
  const pipeline = {
    stored: async () => (stored += 1),
    running: async () => labels.map((label) => ({ label })),
    kill: async (label: string) => killed.push(label) > 0,
  };
  return { pipeline: pipeline as unknown as Pipeline, killed };
}

const settings = { kills: 3, seed: 5, expected: 40 };
const never = () => new AbortController().signal;

describe('kills at random', () => {
  test('begin with the reader of the file, and come in the order of their moments', async () => {
    const { pipeline, killed } = pipelineWith(['LicenseIngest', 'BulkUploadParser']);

    const kills = await killAtRandom(pipeline, settings, never());

    expect(kills.map(({ label }) => label)).toEqual(killed);
    expect(kills[0]).toEqual({ label: 'BulkUploadParser', stored: 1 });
    expect(kills[1].stored).toBeGreaterThan(kills[0].stored);
    expect(kills[2].stored).toBeGreaterThan(kills[1].stored);
  });

  test('are the same for the same seed', async () => {
    const kills = async (seed: number) =>
      killAtRandom(pipelineWith(['A', 'B', 'C']).pipeline, { ...settings, seed }, never());

    expect(await kills(5)).toEqual(await kills(5));
    expect(await kills(5)).not.toEqual(await kills(6));
  });

  test('end when nothing runs any more', async () => {
    const ended = new AbortController();
    const kills = killAtRandom(pipelineWith([]).pipeline, settings, ended.signal);

    ended.abort();

    expect(await kills).toEqual([]);
  });
});
