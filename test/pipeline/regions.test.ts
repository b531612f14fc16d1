import { App, Stack, Stage } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { addPipeline, DEPLOY_ACCOUNT, flat, newPipelineStack, onlyResource, ServiceStack, TEST } from './sample-app';

/** A service with a part that must be in another region, as certificates of CloudFront must. */
function inTwoRegions(stage: Stage): void {
  new ServiceStack(stage);
  new Stack(stage, 'Edge', { env: { account: TEST.account, region: 'eu-west-1' } });
}

function synthesized(): { readonly pipelines: Stack; readonly artifacts: Stack } {
  const pipelines = newPipelineStack(new App());
  const pipeline = addPipeline(pipelines, { deploys: inTwoRegions });
  (pipelines.node.root as App).synth();
  return { pipelines, artifacts: pipeline.node.findChild('Artifacts-eu-west-1') as Stack };
}

test('what is deployed in another region is copied to a bucket there, which is deployed before the pipeline', () => {
  const { pipelines, artifacts } = synthesized();
  const { ArtifactStores } = onlyResource(Template.fromStack(pipelines), 'AWS::CodePipeline::Pipeline');
  const buckets = Object.values(Template.fromStack(artifacts).findResources('AWS::S3::Bucket'));
  const { AliasName } = onlyResource(Template.fromStack(artifacts), 'AWS::KMS::Alias');

  const there = ArtifactStores.find(({ Region }: any) => Region === 'eu-west-1').ArtifactStore;
  expect(ArtifactStores.map(({ Region }: any) => Region).sort()).toEqual(['eu-west-1', 'us-east-1']);
  expect(buckets.map(({ Properties }) => Properties.BucketName)).toContain(there.Location);
  expect(flat(there.EncryptionKey.Id)).toBe(`arn:<AWS::Partition>:kms:eu-west-1:${DEPLOY_ACCOUNT}:${AliasName}`);
  expect(artifacts.stackName).toBe('Pipelines-Release-artifacts-eu-west-1');
  expect(pipelines.dependencies).toEqual([artifacts]);
});

test('the other region needs no bootstrapping in the account of the pipeline', () => {
  const { artifacts } = synthesized();
  const [artifact] = (artifacts.node.root as App).synth().stacks.filter(({ id }) => id === artifacts.artifactId);

  expect(artifact.assumeRoleArn).toContain(`role/cdk-hnb659fds-deploy-role-${DEPLOY_ACCOUNT}-us-east-1`);
  expect(artifact.dependencies).toEqual([]);
});

test('each region lets the deploy roles of that region read, and no others', () => {
  const { pipelines, artifacts } = synthesized();
  const readersIn = (stack: Stack) =>
    Object.values(Template.fromStack(stack).findResources('AWS::S3::BucketPolicy'))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .flatMap(({ Condition }: any) => Condition?.ArnEquals?.['aws:PrincipalArn'] ?? [])
      .map((arn: unknown) => flat(arn).split('/')[1]);

  expect(readersIn(pipelines)).toEqual([`cdk-hnb659fds-deploy-role-${TEST.account}-us-east-1`]);
  expect(readersIn(artifacts)).toEqual([`cdk-hnb659fds-deploy-role-${TEST.account}-eu-west-1`]);
});

test('the pipeline uses the key of the other region by its alias, because its id is not known', () => {
  const { pipelines } = synthesized();

  Template.fromStack(pipelines).hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Action: Match.arrayWith(['kms:Decrypt', 'kms:GenerateDataKey*']),
          Condition: {
            'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/Pipelines-Release-artifacts' },
          },
        }),
      ]),
    },
  });
});
