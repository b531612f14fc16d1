import { join } from 'node:path';
import type { awscdk } from 'projen';

/** Commands of `compact-platform` that are tasks here too: [app] [environment], then options of the CDK CLI. */
const COMMANDS = {
  synth: 'Writes the cloud assembly of an app: synth [app] [environment]',
  diff: 'Shows what a deployment would change: diff [app] [environment]',
  deploy: 'Deploys an app from this machine: deploy [app] [environment]',
  destroy: 'Deletes the stacks of an app: destroy [app] [environment]',
  bootstrap: 'Bootstraps the accounts of environments: bootstrap [environment...] [--plan]',
  'bootstrap:render': 'Renders the bootstrap templates of all accounts of an installation',
  plan: 'Says what a tag would start: plan <tag>',
  boundary: 'Derives, checks, explains and compares permissions boundaries: boundary check [assembly]',
  report: 'Writes the report for security reviewers: report [assembly]',
  'context:put': 'Stores the configuration of an environment in its parameter',
  'context:get': 'Prints the stored configuration of an environment',
  'context:check': 'Compares the configuration of an environment with what is stored',
};

/** What people and CI run, each with one word. */
export function addTasks(project: awscdk.AwsCdkConstructLibrary): void {
  // Everything a user may run on a fresh clone begins here: plain Node, no dependency needed. Steps that take a user's
  // arguments are lists, not shell text, so that an argument with spaces stays one argument.
  const setup = project.addTask('setup', {
    description: 'Checks the tools of this machine and installs what is missing',
    exec: 'node scripts/setup.mjs',
  });
  const bundle = project.addTask('bundle', {
    description: 'Bundles programs into assets/',
    exec: 'tsx scripts/bundle.ts',
  });
  project.preCompileTask.spawn(bundle);

  project.addTask('typecheck', {
    description: 'Type checks everything that jsii does not compile',
    exec: 'tsc --project tsconfig.dev.json',
  });
  const clones = project.addTask('clones', {
    description: 'Fails when a piece of code stands in two places',
    exec: 'jscpd --config .jscpd.json',
  });
  const eslint = project.eslint!.eslintTask;
  project.addTask('lint', {
    description: 'Import direction, style and clones',
    steps: [{ spawn: eslint.name }, { spawn: clones.name }],
  });

  project.addTask('format', {
    description: 'Mends what lint can mend by itself',
    steps: [{ spawn: eslint.name, args: ['--fix'] }],
  });

  // Each leaves half of a machine with two cores unused, and none needs what another makes.
  const check = project.addTask('check', {
    description: 'Compiles, checks types and lints, beside each other',
    exec: 'concurrently --group --kill-others-on-fail --names compile,lint "npx projen compile && npx projen typecheck" "npx projen lint"',
  });

  project.testTask.reset();
  project.testTask.description = 'Installs what is missing, compiles, lints, runs unit, template and end-to-end tests';
  project.testTask.spawn(setup);
  project.testTask.spawn(bundle);
  project.testTask.spawn(check);
  project.testTask.execArgs(['jest', '--config', 'jest.config.json', '--ci', '$@'], { receiveArgs: true });

  project.addTask('test:unit', {
    description: 'Unit and template tests only, without compiling',
    execArgs: ['jest', '--config', 'jest.config.json', '--testPathIgnorePatterns', '/test/e2e/', '$@'],
    receiveArgs: true,
  });

  project.addTask('properties', {
    description: 'The laws of the IAM algebra and of folding with 10,000 cases each, as every night',
    env: { PROPERTY_RUNS: '10000' },
    steps: [
      { spawn: setup.name },
      { spawn: bundle.name },
      {
        execArgs: ['jest', '--config', 'jest.config.json', 'test/core/iam', 'test/core/boundary', '$@'],
        receiveArgs: true,
      },
    ],
  });

  project.addTask('local', {
    description:
      'Runs the synthesized sandbox backend on this machine (--port, --reset, --once "<command>", --verbose)',
    steps: [{ spawn: setup.name }, { execArgs: ['node', 'local/start.mjs', '$@'], receiveArgs: true }],
  });

  project.addTask('soak', {
    description:
      'Uploads 200,000 made-up licenses through a local run, kills some of its work, and counts what came of it (--help)',
    steps: [{ spawn: setup.name }, { execArgs: ['tsx', 'scripts/soak/main.ts', '$@'], receiveArgs: true }],
  });

  for (const [command, description] of Object.entries(COMMANDS)) {
    project.addTask(command, {
      description,
      steps: [
        { spawn: setup.name },
        { spawn: bundle.name },
        { execArgs: ['node', join('assets', 'cli', 'compact-platform.mjs'), command, '$@'], receiveArgs: true },
      ],
    });
  }

  project.addTask('schema', {
    description: 'Writes the JSON Schema of platform files, schema/platform.schema.json',
    steps: [{ spawn: setup.name }, { exec: 'tsx scripts/generate-schema.ts' }],
  });
  project.addTask('data', {
    description: 'Writes data/: what is known of IAM actions, resource types and policies of AWS',
    steps: [{ spawn: setup.name }, { exec: 'tsx scripts/data/generate.ts' }],
  });
  project.addTask('fixtures', {
    description: 'Synthesizes the CDK app in Python that tests derive boundaries from',
    steps: [{ spawn: setup.name }, { exec: 'tsx scripts/python-app.ts' }],
  });
  project.addTask('stored-records', {
    description: 'Writes docs/reference/stored-records.md from a run of the rules',
    steps: [{ spawn: setup.name }, { exec: 'tsx scripts/stored-records/main.ts' }],
  });
  project.addTask('nag-baseline', {
    description: 'Lowers the baseline of acknowledged findings, nag-baseline.json',
    steps: [{ spawn: setup.name }, { exec: 'tsx scripts/nag-baseline.ts' }],
  });
  project.addTask('bootstrap:templates', {
    description: 'Renders bootstrap-templates/ and checks them with cfn-lint',
    steps: [
      { spawn: setup.name },
      { spawn: bundle.name },
      { exec: 'tsx scripts/render-bootstrap-templates.ts' },
      { exec: 'tsx scripts/lint-templates.ts' },
    ],
  });
  project.addTask('conformance', {
    description: 'Compares our rules with recorded outputs of the reference system (--from DIR)',
    steps: [{ spawn: setup.name }, { execArgs: ['tsx', 'scripts/conformance/main.ts', '$@'], receiveArgs: true }],
  });
  project.addTask('package:check', {
    description: 'Uses the packed library as strangers do: from TypeScript and Python; generates all languages',
    steps: [
      { spawn: setup.name },
      { spawn: bundle.name },
      { exec: 'jsii --silence-warnings=reserved-word' },
      { exec: 'tsx scripts/check-package.ts' },
    ],
  });
  project.addTask('changelog', {
    description: 'Generates CHANGELOG.md from the conventional commits',
    steps: [
      { spawn: setup.name },
      { exec: 'node -e "fs.rmSync(\'CHANGELOG.md\', { force: true })"' },
      {
        exec: 'commit-and-tag-version --infile CHANGELOG.md --first-release --skip.bump --skip.commit --skip.tag --silent',
      },
    ],
  });
  project.addTask('bench', {
    description: 'Runs the benchmarks against their budgets',
    steps: [
      { spawn: setup.name },
      { spawn: bundle.name },
      { execArgs: ['tsx', 'bench/main.ts', '$@'], receiveArgs: true },
    ],
  });
}
