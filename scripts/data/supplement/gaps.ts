/** Types of which some calls are missing on purpose, and why. */
export interface Gap {
  readonly type: string;
  readonly reason: string;
}

/** There is nothing to call to create such resources, or to delete them. */
export const UNCALLED: readonly Gap[] = [
  {
    type: 'AWS::AppSync::GraphQLSchema',
    reason: 'no call deletes a schema: it goes with its API',
  },
  {
    type: 'AWS::CloudFormation::Macro',
    reason: 'CloudFormation keeps the names of macros itself, and calls their functions only when templates use them',
  },
  {
    type: 'AWS::CodeStar::GitHubRepository',
    reason: 'the repository is made on GitHub with a token or a connection, and stays there',
  },
  {
    type: 'Alexa::ASK::Skill',
    reason: "skills are made by Alexa's own service with the credentials of a vendor, which IAM knows nothing of",
  },
  ...['Connector', 'Core', 'Device', 'Function', 'Logger', 'Resource', 'Subscription'].map((kind) => ({
    type: `AWS::Greengrass::${kind}DefinitionVersion`,
    reason: 'no call deletes a version: it goes with its definition',
  })),
  { type: 'AWS::Greengrass::GroupVersion', reason: 'no call deletes a version: it goes with its group' },
];

/** Types of services that have ended, and whose actions are gone with them: such resources can't be deployed. */
export const GONE: readonly Gap[] = [
  ...['Device', 'Placement', 'Project'].map((name) => ({
    type: `AWS::IoT1Click::${name}`,
    reason: 'AWS IoT 1-Click has ended',
  })),
  { type: 'AWS::IoTThingsGraph::FlowTemplate', reason: 'AWS IoT Things Graph has ended' },
];
