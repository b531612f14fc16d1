import type { AwsPolicy } from './policies';

/** Policies for people, whom roles of chat channels and tools stand for. */
export const PEOPLE_POLICIES: readonly AwsPolicy[] = [
  { name: 'AdministratorAccess', statements: [{ allow: '*' }] },
  {
    name: 'AWSCloudFormationReadOnlyAccess',
    version: 'v7 of 2026-02-12',
    statements: [
      {
        allow: `cloudformation:BatchDescribe* cloudformation:Describe* cloudformation:Detect*
          cloudformation:EstimateTemplateCost cloudformation:Get* cloudformation:List* cloudformation:ValidateTemplate`,
      },
    ],
  },
  {
    name: 'job-function/ViewOnlyAccess',
    version: 'v46 of 2026-09-30',
    statements: [
      {
        allow: `cloudformation:DescribeStacks cloudformation:List* cloudtrail:DescribeTrails cloudtrail:LookupEvents
          cloudwatch:Get* cloudwatch:List* codebuild:ListBuilds* codebuild:ListProjects codepipeline:ListPipelines
          events:ListRuleNamesByTarget events:ListRules events:ListTargetsByRule lambda:List* logs:Describe*
          logs:ListTagsForResource sns:List* sqs:ListQueues`,
      },
    ],
    difference:
      'an excerpt: what chat channels with alarms show; the whole has hundreds of actions that list and describe, and none that changes anything',
  },
];
