import { literalText } from '../../../../iam/text-matching';
import { oneOf, step } from '../attempt';
import type { Attempt, Technique } from '../attempt';

/** What deployments of all apps rely on. */
export const bootstrapResources: Technique = (_, { resources }) => {
  const { bucket, key, repository, parameters, stack } = resources;
  return [
    onResource('exchange assets of other apps', `${bucket}/*`, 'other code in the place of an asset', [
      's3:PutObject',
      's3:DeleteObjectVersion',
    ]),
    onResource('open the bucket of assets', bucket, 'a bucket policy that names the attacker', [
      's3:PutBucketPolicy',
      's3:DeleteBucketPolicy',
      's3:PutBucketAcl',
      's3:PutReplicationConfiguration',
    ]),
    ...(key === undefined
      ? []
      : [
          onResource('open the key of assets', key, 'a key policy that names the attacker', [
            'kms:PutKeyPolicy',
            'kms:CreateGrant',
          ]),
        ]),
    onResource('exchange images of other apps', repository, 'another image of the same name', [
      'ecr:PutImage',
      'ecr:SetRepositoryPolicy',
    ]),
    ...parameters.map((parameter) =>
      onResource('change a parameter of the bootstrap', parameter, `another value of ${parameter}`, [
        'ssm:PutParameter',
        'ssm:DeleteParameter',
      ]),
    ),
    onResource('update the bootstrap stack', stack, 'another template for the bootstrap stack', [
      'cloudformation:UpdateStack',
      'cloudformation:CreateChangeSet',
    ]),
  ];
};

function onResource(path: string, pattern: string, what: string, actions: readonly string[]): Attempt {
  return {
    path,
    targets: [{ pattern: literalText(pattern) }],
    steps: [step(what, ...oneOf(actions, 'target'))],
    remedy: `deny changes of ${pattern}`,
  };
}
