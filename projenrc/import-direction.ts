import type { awscdk } from 'projen';
import { CONSTRUCT_FOLDERS, DEVELOPMENT_FOLDERS } from './folders';

/** `src/core` knows nobody; constructs and handlers know the core; the local run reads what was synthesized. */
export function addImportDirection(project: awscdk.AwsCdkConstructLibrary): void {
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
          ...['lambda', 'codebuild', 'solver'].flatMap((programs) => [
            ...[...CONSTRUCT_FOLDERS, 'index.ts'].map((part) =>
              never(`./${programs}`, `./src/${part}`, 'programs of their own import src/core only'),
            ),
            ...DEVELOPMENT_FOLDERS.filter((folder) => folder !== programs).map((folder) =>
              never(`./${programs}`, `./${folder}`, 'programs of their own import src/core only'),
            ),
          ]),
          ...['lambda', 'codebuild', 'solver', 'cli', 'apps', 'test', 'bench'].map((folder) =>
            never('./local', `./${folder}`, 'the local run reads the synthesized assembly, never sources of handlers'),
          ),
          ...[...CONSTRUCT_FOLDERS, 'index.ts'].map((part) =>
            never('./local', `./src/${part}`, 'the local run reads the synthesized assembly, never constructs'),
          ),
          ...[
            'lambda',
            'codebuild',
            'solver',
            'local',
            'apps',
            'scripts',
            'test',
            'bench',
            'src/licensure',
            'src/private',
          ].map((folder) => never('./cli', `./${folder}`, 'the command is thin: it calls the library')),
          ...[
            'lambda',
            'codebuild',
            'solver',
            'cli',
            'local',
            'test',
            'bench',
            'scripts',
            'src/core',
            'src/private',
          ].map((folder) => never('./apps', `./${folder}`, 'apps use what a user can import: the public constructs')),
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
