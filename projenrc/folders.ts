/** Folders that run from source and are never part of the jsii package. */
export const DEVELOPMENT_FOLDERS = [
  'lambda',
  'codebuild',
  'solver',
  'cli',
  'local',
  'apps',
  'scripts',
  'test',
  'bench',
];

/** Parts of the library that only constructs and the command know; `src/core` is for everybody. */
export const CONSTRUCT_FOLDERS = [
  'config',
  'platform',
  'bootstrap',
  'boundary',
  'pipeline',
  'licensure',
  'nag',
  'report',
  'private',
];
