import { awscdk, github } from 'projen';

/** Version of Node.js that workflows run with. */
export const WORKFLOW_NODE = '22';

/** What takes too long for every change: properties with many more cases. */
export function addNightlyWorkflow(project: awscdk.AwsCdkConstructLibrary): void {
  const nightly = new github.GithubWorkflow(project.github!, 'nightly');
  nightly.on({ schedule: [{ cron: '0 3 * * *' }], workflowDispatch: {} });
  nightly.addJob('properties', {
    runsOn: ['ubuntu-latest'],
    permissions: { contents: github.workflows.JobPermission.READ },
    steps: [
      github.WorkflowSteps.checkout(),
      {
        name: 'Set up Node.js',
        uses: 'actions/setup-node@v7.0.0',
        with: { 'node-version': WORKFLOW_NODE },
      },
      { name: 'Check the laws', run: 'npx --yes projen properties' },
    ],
  });
}
