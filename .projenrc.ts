import { join } from 'node:path';
import { awscdk, javascript, JsonFile, typescript } from 'projen';

/** Exact versions: changing one needs a reason in the commit message (docs/decisions/0002-toolchain-pins.md). */
const PINS = {
  awsCdkLib: '2.275.0',
  awsCdkCli: '2.1148.1',
  cdkNag: '3.0.2',
  awsSdk: '3.1141.0',
  valibot: '1.5.0',
  valibotToJsonSchema: '1.8.0',
  yaml: '2.9.1',
};

/** Folders that run from source and are never part of the jsii package. */
const DEVELOPMENT_FOLDERS = ['lambda', 'codebuild', 'cli', 'local', 'apps', 'scripts', 'test', 'bench'];

/** Parts of the library that only constructs and the command know; `src/core` is for everybody. */
const CONSTRUCT_FOLDERS = ['config', 'platform', 'bootstrap', 'boundary', 'pipeline', 'licensure', 'nag', 'private'];

/** Commands of `compact-platform` that are tasks here too: [app] [environment], then options of the CDK CLI. */
const COMMANDS = {
  synth: 'Writes the cloud assembly of an app: synth [app] [environment]',
  diff: 'Shows what a deployment would change: diff [app] [environment]',
  deploy: 'Deploys an app from this machine: deploy [app] [environment]',
  destroy: 'Deletes the stacks of an app: destroy [app] [environment]',
  bootstrap: 'Bootstraps the accounts of environments: bootstrap [environment...] [--plan]',
  'bootstrap:render': 'Renders the bootstrap templates of all accounts of an installation',
  plan: 'Says what a tag would start: plan <tag>',
  'context:put': 'Stores the configuration of an environment in its parameter',
  'context:get': 'Prints the stored configuration of an environment',
  'context:check': 'Compares the configuration of an environment with what is stored',
};

const AWS_SDK_CLIENTS = [
  'api-gateway',
  'cloudformation',
  'cognito-identity-provider',
  'dynamodb',
  'eventbridge',
  'iam',
  'lambda',
  'route-53',
  's3',
  'sqs',
  'ssm',
  'sts',
];

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'cdk-compact-platform',
  description:
    'AWS CDK constructs for teams that run a regulated public service in several accounts: derived permissions boundaries, tag-driven pipelines, and the backend of an interstate licensure compact.',
  author: 'The cdk-compact-platform authors',
  authorAddress: 'maintainers@cdk-compact-platform.dev',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/cdk-compact-platform/cdk-compact-platform.git',
  license: 'Apache-2.0',
  copyrightOwner: 'The cdk-compact-platform authors',
  keywords: ['cdk', 'permissions-boundary', 'pipelines', 'licensure', 'interstate-compact', 'cdk-nag'],
  defaultReleaseBranch: 'main',
  projenrcTs: true,
  projenrcTsOptions: { runner: typescript.TypeScriptRunner.tsx() },
  sampleCode: false,
  tsconfigDevFile: 'tsconfig.dev.json',
  projenVersion: '0.103.25',
  packageManager: javascript.NodePackageManager.NPM,
  npmAccess: javascript.NpmAccess.PUBLIC,
  minNodeVersion: '20.0.0',
  workflowNodeVersion: '22',
  jsiiVersion: '~6.0.16',
  typescriptVersion: '~6.0.0',

  cdkVersion: PINS.awsCdkLib,
  cdkVersionPinning: false,
  peerDeps: [`cdk-nag@^${PINS.cdkNag}`],
  bundledDeps: [`valibot@${PINS.valibot}`, `@valibot/to-json-schema@${PINS.valibotToJsonSchema}`, `yaml@${PINS.yaml}`],
  devDeps: [
    `cdk-nag@${PINS.cdkNag}`,
    `aws-cdk@${PINS.awsCdkCli}`,
    ...AWS_SDK_CLIENTS.map((client) => `@aws-sdk/client-${client}@${PINS.awsSdk}`),
    // Its newest version on the registry; the other clients have one that all of them share.
    '@aws-sdk/client-codepipeline@3.1138.0',
    `@aws-sdk/lib-dynamodb@${PINS.awsSdk}`,
    '@aws-lambda-powertools/logger@2.36.0',
    '@types/aws-lambda@8.10.164',
    '@swc/core@1.16.17',
    '@swc/jest@0.2.39',
    'commander@14.0.3',
    'esbuild@0.28.2',
    'fast-check@4.10.2',
    'fflate@0.8.3',
    'jscpd@4.0.5',
    'selfsigned@5.5.0',
    'tsx@4.23.15',
  ],

  publishToPypi: { distName: 'cdk-compact-platform', module: 'cdk_compact_platform' },
  publishToMaven: {
    javaPackage: 'io.github.cdkcompactplatform',
    mavenGroupId: 'io.github.cdkcompactplatform',
    mavenArtifactId: 'cdk-compact-platform',
  },
  publishToNuget: { dotNetNamespace: 'CdkCompactPlatform', packageId: 'CdkCompactPlatform' },
  publishToGo: {
    moduleName: 'github.com/cdk-compact-platform/cdk-compact-platform-go',
    packageName: 'cdkcompactplatform',
  },

  lambdaAutoDiscover: false,
  edgeLambdaAutoDiscover: false,
  lambdaExtensionAutoDiscover: false,
  integrationTestAutoDiscover: false,
  docgen: true,

  eslintOptions: {
    dirs: ['src', ...DEVELOPMENT_FOLDERS.filter((folder) => folder !== 'test')],
    devdirs: DEVELOPMENT_FOLDERS,
    ignorePatterns: ['*.js', '*.d.ts', 'node_modules/', '*.generated.ts', 'coverage', '.local'],
    commandOptions: { fix: false, extraArgs: ['--max-warnings', '0'] },
    prettier: true,
  },
  prettier: true,
  prettierOptions: {
    settings: { singleQuote: true, printWidth: 120, trailingComma: javascript.TrailingComma.ALL },
  },
  tsconfigDev: {
    compilerOptions: {
      module: 'esnext',
      moduleResolution: javascript.TypeScriptModuleResolution.BUNDLER,
      target: 'ES2022',
      lib: ['ES2023'],
      types: ['node', 'jest'],
      noEmit: true,
      rootDir: '.',
      skipLibCheck: true,
      resolveJsonModule: true,
    },
    include: ['.projenrc.ts', ...['src', ...DEVELOPMENT_FOLDERS].map((folder) => `${folder}/**/*.ts`)],
  },
  jestOptions: {
    configFilePath: 'jest.config.json',
    junitReporting: false,
    extraCliOptions: ['--ci'],
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    jestConfig: {
      transform: {
        '^.+\\.[t]sx?$': new javascript.Transform('@swc/jest', {
          jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
          module: { type: 'commonjs' },
        }),
      },
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      setupFiles: ['<rootDir>/test/setup.ts'],
      testTimeout: 30_000,
      collectCoverage: false,
    },
  },

  githubOptions: { pullRequestLint: true },
  gitignore: [
    '.local/',
    '/assets/',
    '__pycache__/',
    'cdk.out/',
    '.env',
    '*.log',
    '/apps/*/cdk.context.json',
    '/apps/*/bootstrap-templates/',
    '.DS_Store',
  ],
});

project.deps.removeDependency('ts-jest');
project.package.addBin({ 'compact-platform': 'assets/cli/compact-platform.mjs' });
// The newest release lacks binaries for most platforms on some registries, and npm ci refuses a lock file without them.
project.package.addPackageResolutions('unrs-resolver@1.12.2');
project.npmrc.addConfig('omit-lockfile-registry-resolved', 'true');
project.npmrc.addConfig('fund', 'false');
project.npmrc.addConfig('audit', 'false');

for (const path of [
  ...DEVELOPMENT_FOLDERS.map((folder) => `/${folder}/`),
  '/docs/',
  '/.ci/',
  '/.local/',
  '/nag-baseline.json',
  '!/assets/',
]) {
  project.addPackageIgnore(path);
}

// No registry is named in what is committed; publib's own default is the same one.
const RELEASE_STEP = 9;
project
  .tryFindObjectFile('.github/workflows/release.yml')!
  .addDeletionOverride(`jobs.release_npm.steps.${RELEASE_STEP}.env.NPM_REGISTRY`);

importDirection();
cloneDetector();
tasks();

project.synth();

/** `src/core` knows nobody; constructs and handlers know the core; the local run reads what was synthesized. */
function importDirection(): void {
  // The project service looks for a tsconfig.json beside each file; ours for everything but src is another file.
  const eslintrc = project.tryFindObjectFile('.eslintrc.json')!;
  eslintrc.addDeletionOverride('parserOptions.projectService');
  eslintrc.addOverride('parserOptions.project', './tsconfig.dev.json');
  eslintrc.addOverride('settings.import/resolver.typescript.project', './tsconfig.dev.json');

  const never = (target: string, from: string, message: string) => ({ target, from, message });
  project.eslint!.addRules({
    'import/no-restricted-paths': [
      'error',
      {
        zones: [
          ...CONSTRUCT_FOLDERS.map((folder) =>
            never('./src/core', `./src/${folder}`, 'src/core is pure: it imports nobody'),
          ),
          ...DEVELOPMENT_FOLDERS.map((folder) =>
            never('./src', `./${folder}`, 'the library never imports what runs around it'),
          ),
          ...['lambda', 'codebuild'].flatMap((programs) => [
            ...[...CONSTRUCT_FOLDERS, 'index.ts'].map((part) =>
              never(`./${programs}`, `./src/${part}`, 'programs that AWS runs import src/core only'),
            ),
            ...DEVELOPMENT_FOLDERS.filter((folder) => folder !== programs).map((folder) =>
              never(`./${programs}`, `./${folder}`, 'programs that AWS runs import src/core only'),
            ),
          ]),
          ...['lambda', 'codebuild', 'cli', 'apps', 'test', 'bench'].map((folder) =>
            never('./local', `./${folder}`, 'the local run reads the synthesized assembly, never sources of handlers'),
          ),
          ...[...CONSTRUCT_FOLDERS, 'index.ts'].map((part) =>
            never('./local', `./src/${part}`, 'the local run reads the synthesized assembly, never constructs'),
          ),
          ...['lambda', 'codebuild', 'local', 'apps', 'scripts', 'test', 'bench', 'src/licensure', 'src/private'].map(
            (folder) => never('./cli', `./${folder}`, 'the command is thin: it calls the library'),
          ),
          ...['lambda', 'codebuild', 'cli', 'local', 'test', 'bench', 'scripts', 'src/core', 'src/private'].map(
            (folder) => never('./apps', `./${folder}`, 'apps use what a user can import: the public constructs'),
          ),
        ],
      },
    ],
  });
  project.eslint!.addOverride({
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                'aws-cdk-lib',
                'aws-cdk-lib/*',
                'constructs',
                'cdk-nag',
                '@aws-sdk/*',
                '@aws-lambda-powertools/*',
              ],
              message: 'src/core is plain TypeScript: no CDK, no AWS SDK',
            },
            {
              group: ['fs', 'node:*', '!node:crypto', 'path', 'os', 'child_process', 'http', 'https', 'net'],
              message: 'src/core does no I/O (hashing with node:crypto is the one exception)',
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', { name: 'process', message: 'src/core reads no environment' }],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'the clock is a port: pass the instant in' },
        { object: 'Math', property: 'random', message: 'randomness is a port: pass it in' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'the clock is a port: pass the instant in',
        },
      ],
    },
  });
  project.eslint!.addOverride({
    files: ['lambda/{api,app}/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@aws-sdk/*'], message: 'SDK clients live in lambda/infra and lambda/container' }] },
      ],
    },
  });
}

function cloneDetector(): void {
  new JsonFile(project, '.jscpd.json', {
    obj: {
      path: ['src', ...DEVELOPMENT_FOLDERS],
      format: ['typescript', 'javascript'],
      minTokens: 60,
      minLines: 6,
      threshold: 0,
      exitCode: 1,
      reporters: ['console'],
      ignore: ['**/*.generated.ts', '**/node_modules/**', '**/cdk.out/**'],
    },
  });
}

function tasks(): void {
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

  const typecheck = project.addTask('typecheck', {
    description: 'Type checks everything that jsii does not compile',
    exec: 'tsc --project tsconfig.dev.json',
  });
  const clones = project.addTask('clones', {
    description: 'Fails when a piece of code stands in two places',
    exec: 'jscpd --config .jscpd.json',
  });
  const eslint = project.eslint!.eslintTask;
  const lint = project.addTask('lint', {
    description: 'Import direction, style and clones',
    steps: [{ spawn: eslint.name }, { spawn: clones.name }],
  });

  project.addTask('format', {
    description: 'Mends what lint can mend by itself',
    steps: [{ spawn: eslint.name, args: ['--fix'] }],
  });

  project.testTask.reset();
  project.testTask.description = 'Installs what is missing, compiles, lints, runs unit, template and end-to-end tests';
  project.testTask.spawn(setup);
  project.testTask.spawn(bundle);
  project.testTask.exec('jsii --silence-warnings=reserved-word');
  project.testTask.spawn(typecheck);
  project.testTask.spawn(lint);
  project.testTask.execArgs(['jest', '--config', 'jest.config.json', '--ci', '$@'], { receiveArgs: true });

  project.addTask('test:unit', {
    description: 'Unit and template tests only, without compiling',
    execArgs: ['jest', '--config', 'jest.config.json', '--testPathIgnorePatterns', '/test/e2e/', '$@'],
    receiveArgs: true,
  });

  project.addTask('local', {
    description:
      'Runs the synthesized sandbox backend on this machine (--port, --reset, --once "<command>", --verbose)',
    steps: [{ spawn: setup.name }, { execArgs: ['node', 'local/start.mjs', '$@'], receiveArgs: true }],
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
