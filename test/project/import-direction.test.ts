import { resolve } from 'node:path';
import { loadESLint } from 'eslint';

const root = resolve(__dirname, '..', '..');

/** Rules that need types would make the linter read the whole project first; none of them is about imports. */
const TYPED_RULES = ['@typescript-eslint/no-floating-promises', '@typescript-eslint/return-await'];

const linter = loadESLint({ useFlatConfig: false }).then(
  (Linter) =>
    new Linter({
      cwd: root,
      overrideConfig: {
        parserOptions: { project: null },
        rules: Object.fromEntries(TYPED_RULES.map((rule) => [rule, 'off'])),
      },
    }),
);

/** Rules that the given source breaks when it stands in an existing file of the project. */
async function brokenRules(file: string, source: string): Promise<string[]> {
  const [result] = await (await linter).lintText(source, { filePath: resolve(root, file) });
  return result.messages.filter((message) => message.severity === 2).map((message) => String(message.ruleId));
}

const CORE = 'src/core/result.ts';
const USE_CASE = 'lambda/app/ports.ts';

test.each([
  ['the core does not import the CDK', CORE, "import 'aws-cdk-lib';", 'no-restricted-imports'],
  ['the core does not import the AWS SDK', CORE, "import '@aws-sdk/client-sqs';", 'no-restricted-imports'],
  ['the core does no file access', CORE, "import 'node:fs';", 'no-restricted-imports'],
  ['the core does not import constructs', CORE, "import '../config/settings';", 'import/no-restricted-paths'],
  ['the core does not import handlers', CORE, "import '../../lambda/app/ports';", 'import/no-restricted-paths'],
  ['the core has no clock', CORE, 'export const now = Date.now();', 'no-restricted-properties'],
  ['the core makes no date of now', CORE, 'export const now = new Date();', 'no-restricted-syntax'],
  ['the core reads no environment', CORE, 'export const home = process.env.HOME;', 'no-restricted-globals'],
  [
    'constructs do not import handlers',
    'src/config/settings.ts',
    "import '../../lambda/app/ports';",
    'import/no-restricted-paths',
  ],
  ['handlers do not import constructs', USE_CASE, "import '../../src/config/settings';", 'import/no-restricted-paths'],
  ['use cases make no SDK clients', USE_CASE, "import '@aws-sdk/client-sqs';", 'no-restricted-imports'],
])('%s', async (_, file, source, rule) => {
  expect(await brokenRules(file, `${source}\n`)).toContain(rule);
});

test('what the direction allows is clean', async () => {
  const source = "import { success } from '../../src/core/result';\n\nexport const done = success('done');\n";

  expect(await brokenRules(USE_CASE, source)).toEqual([]);
});
