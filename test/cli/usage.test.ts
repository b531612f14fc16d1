import { runCommand } from './command';
import { Project } from './project';
import { commandLine } from '../../cli/run';
import { version } from '../../package.json';

const COMMANDS = commandLine(() => undefined).commands.map((command) => command.name());
const place = new Project();

afterAll(() => place.remove());

test('the version is that of the package', async () => {
  expect(await runCommand(['--version'], place)).toEqual({ code: 0, out: version, error: '' });
});

test.each([{ names: [] }, ...COMMANDS.map((name) => ({ names: [name] }))])('$names has a help', async ({ names }) => {
  const { code, out, error } = await runCommand([...names, '--help'], place);

  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out).toMatch(new RegExp(`^Usage: ${['compact-platform', ...names].join(' ')} `));
});

test('without a command, the help is printed as what was wrong', async () => {
  const { code, out, error } = await runCommand([], place);

  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error).toMatch(/^Usage: compact-platform /);
});

test.each<[string, string[], string]>([
  ['a command that is misspelled', ['sinth'], "error: unknown command 'sinth'\n(Did you mean synth?)"],
  ['an option that is misspelled', ['plan', '--jsn'], "error: unknown option '--jsn'\n(Did you mean --json?)"],
  ['an option of another command', ['context:get', 'test', '--yes'], "error: unknown option '--yes'"],
  ['a missing argument', ['context:put'], "error: missing required argument 'environment'"],
  ['too many arguments', ['context:get', 'test', 'beta'], "error: too many arguments for 'context:get'"],
  ['an option without its value', ['plan', '--assembly'], "error: option '--assembly <folder>' argument missing"],
  [
    'options that exclude each other',
    ['plan', '--assembly', 'cdk.out', '--app', 'x'],
    "error: option '--assembly <folder>' cannot be used with option '--app <app>'",
  ],
  ['a form without what has it', ['bootstrap', '--json'], '--json is the form of a plan: add --plan'],
  ["CompactConnect's cdk.json alone", ['context:get', 'test', '--cdk-json', 'cdk.json'], '--cdk-json needs the files'],
])('%s is told, and the exit code is 2', async (_, parameters, message) => {
  const { code, out, error } = await runCommand(parameters, place);

  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error.startsWith(message)).toBe(true);
  expect(error.split('\n').length).toBeLessThanOrEqual(4);
});
