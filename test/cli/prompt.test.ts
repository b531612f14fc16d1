import { PassThrough } from 'node:stream';
import { confirmed } from '../../cli/prompt';

/** A person who types a text and is done; without one, only ends the input. */
function typing(text: string) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const stdout = new PassThrough();
  stdin.end(text);
  return { stdin, stdout };
}

test.each([
  ['y\n', true],
  ['Yes \n', true],
  ['n\n', false],
  ['\n', false],
  ['yesterday\n', false],
  ['', false],
])('%j is a yes: %p', async (text, expected) => {
  const terminal = typing(text);

  expect(await confirmed('store it?', terminal)).toBe(expected);
  expect(String(terminal.stdout.read())).toContain('store it? (y/n) ');
});

test('where nobody sits, nobody is asked', async () => {
  await expect(confirmed('store it?', { ...typing('y\n'), stdin: new PassThrough() })).rejects.toThrow(
    'nobody can be asked "store it?" here: add --yes',
  );
});
