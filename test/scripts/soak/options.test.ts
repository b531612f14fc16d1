import { parseSoakOptions, SOAK_USAGE } from '../../../scripts/soak/options';

describe('options of the soak', () => {
  test('without any, a whole upload with a hundredth of bad and of repeated records, and three kills', () => {
    expect(parseSoakOptions([])).toEqual({
      file: undefined,
      compact: 'aslp',
      folder: '.local/soak',
      rows: 200_000,
      kills: 3,
      seed: 1,
      badShare: 0.01,
      duplicateShare: 0.01,
    });
  });

  test('all can be told', () => {
    const parameters = '--rows 10 --kills 0 --seed 9 --bad 0.2 --duplicates 0 --file a.csv --compact octp --folder /x';

    expect(parseSoakOptions(parameters.split(' '))).toEqual({
      file: 'a.csv',
      compact: 'octp',
      folder: '/x',
      rows: 10,
      kills: 0,
      seed: 9,
      badShare: 0.2,
      duplicateShare: 0,
    });
  });

  test.each([
    ['--rows', 'many'],
    ['--rows', '-1'],
    ['--kills', '1.5'],
    ['--seed', ''],
    ['--bad', '0.5'],
    ['--bad', ''],
    ['--duplicates', '-0.1'],
  ])('%s "%s" is refused with what is allowed', (name, value) => {
    expect(() => parseSoakOptions([`${name}=${value}`])).toThrow(`${name} has the value "${value}": give a `);
  });

  test('help names every option', () => {
    expect(parseSoakOptions(['--help'])).toBe('help');
    for (const name of ['rows', 'kills', 'seed', 'bad', 'duplicates', 'file', 'compact', 'folder']) {
      expect(SOAK_USAGE).toContain(`--${name} `);
    }
  });
});
