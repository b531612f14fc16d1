/**
 * The CDK CLI that pipelines, commands and bootstrap templates are made for. Assemblies and bootstrapped accounts must
 * fit it, so it is named exactly and everywhere the same.
 */
export const CDK_CLI_VERSION = '2.1148.1';

/** The program with which CDK Pipelines publishes assets; it reads the asset manifests of the same assemblies. */
export const CDK_ASSETS_VERSION = '4.7.3';
