import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Installation } from './installation';
import { commandLine } from '../../cli/run';

const page = guide('command');
const commands = commandLine(() => undefined).commands;
const installation = new Installation();

function guide(name: string): string {
  return readFileSync(resolve(__dirname, `../../docs/guide/${name}.md`), 'utf8');
}

test('the guide has a section for each command with its arguments, and for no other', () => {
  const sections = [...page.matchAll(/^### `(.+)`$/gm)].map(([, usage]) => usage);

  const usages = commands.map((command) => `${command.name()} ${command.usage().replace(/\[options\] ?/, '')}`.trim());
  expect(sections.sort()).toEqual(usages.sort());
});

test.each(commands.map((command) => [command.name(), command] as const))(
  'the guide has all options of %s in its chapter',
  (name, { options }) => {
    const chapter = page.split(/^## /m).find((text) => new RegExp(`^### \`${name}[ \`]`, 'm').test(text));

    for (const { flags } of options) expect(chapter).toContain(`\`${flags}\``);
  },
);

test('the guide has no option that there is not', () => {
  const tables = page.split('\n').filter((line) => line.startsWith('| `--'));
  const documented = tables.flatMap((row) => [...row.split('|')[1].matchAll(/`(.+?)`/g)].map(([, flags]) => flags));

  const known = commands.flatMap(({ options }) => options.map(({ flags }) => flags));
  expect(documented.filter((flags) => !known.includes(flags))).toEqual([]);
});

test('what the guide shows of context:put is what it prints', async () => {
  const blocks = guide('configuration').matchAll(/^`(\S+\.json)`:\n\n```json\n([^]*?)```$/gm);
  const files = Object.fromEntries([...blocks].map(([, name, text]) => [name, text]));
  const stored = JSON.stringify(JSON.parse(files['test.json'].replace('test.example.org', 'old.example.org')));
  installation.writeApp(files);
  installation.account.id = '111122223333';
  installation.account.parameters.set('test-licensure-demo-context', { value: stored, tier: 'Standard' });

  const { out } = await installation.run(['context:put', 'test', '--yes']);

  const [, shown] = /\$ npx compact-platform context:put test --yes\n([^]*?)\n```/.exec(page)!;
  expect(shown).toBe(out);
});
