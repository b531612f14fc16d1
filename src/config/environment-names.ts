/** Environments that pipelines deploy; every other one is a developer's sandbox (spec 01 section 2.6). */
export const PIPELINE_ENVIRONMENTS: readonly string[] = ['test', 'beta', 'prod'];

export const PRODUCTION = 'prod';
