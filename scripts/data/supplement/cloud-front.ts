import { supplement } from './supplied-type';

/** Logs of a distribution are written with an access list that CloudFront adds to the bucket. */
const ACCESS_LIST_OF_BUCKET = 's3:GetBucketAcl s3:PutBucketAcl';

export const CLOUD_FRONT = supplement(
  { prefix: 'cloudfront', page: 'list_amazoncloudfront' },
  {
    'AWS::CloudFront::StreamingDistribution': {
      create: 'CreateStreamingDistribution CreateStreamingDistributionWithTags',
      read: 'GetStreamingDistribution GetStreamingDistributionConfig ListTagsForResource',
      // A distribution is disabled before it is deleted.
      update: 'UpdateStreamingDistribution',
      delete: 'DeleteStreamingDistribution UpdateStreamingDistribution',
      tag: 'TagResource',
      untag: 'UntagResource',
      onlyWith: [
        {
          properties: ['StreamingDistributionConfig.Logging'],
          create: ACCESS_LIST_OF_BUCKET,
          update: ACCESS_LIST_OF_BUCKET,
        },
      ],
    },
  },
);
