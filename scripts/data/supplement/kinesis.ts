import type { Reviews } from '../review';
import { supplement, SuppliedType } from './supplied-type';

const PRINCIPAL = 'kinesisanalytics.amazonaws.com';

/** A part of an application has calls of its own to add and delete it; a change is one of the application. */
function partOfApplication(name: string): SuppliedType {
  return {
    create: `AddApplication${name}`,
    read: 'DescribeApplication',
    update: 'UpdateApplication',
    delete: `DeleteApplication${name}`,
  };
}

const STREAMS = supplement(
  { prefix: 'kinesis', page: 'list_amazonkinesisdatastreams' },
  {
    'AWS::Kinesis::StreamConsumer': {
      create: 'RegisterStreamConsumer',
      read: 'DescribeStreamConsumer',
      delete: 'DeregisterStreamConsumer',
    },
  },
);

const ANALYTICS = supplement(
  { prefix: 'kinesisanalytics', page: 'list_amazonkinesisanalytics' },
  {
    'AWS::KinesisAnalytics::Application': {
      create: 'CreateApplication',
      read: 'DescribeApplication',
      update: `AddApplicationInput AddApplicationInputProcessingConfiguration
        DeleteApplicationInputProcessingConfiguration UpdateApplication`,
      delete: 'DeleteApplication',
      passedRoles: {
        'Inputs.InputProcessingConfiguration.InputLambdaProcessor.RoleARN': PRINCIPAL,
        'Inputs.KinesisFirehoseInput.RoleARN': PRINCIPAL,
        'Inputs.KinesisStreamsInput.RoleARN': PRINCIPAL,
      },
    },
    'AWS::KinesisAnalytics::ApplicationOutput': {
      ...partOfApplication('Output'),
      passedRoles: {
        'Output.KinesisFirehoseOutput.RoleARN': PRINCIPAL,
        'Output.KinesisStreamsOutput.RoleARN': PRINCIPAL,
        'Output.LambdaOutput.RoleARN': PRINCIPAL,
      },
    },
    'AWS::KinesisAnalytics::ApplicationReferenceDataSource': {
      ...partOfApplication('ReferenceDataSource'),
      passedRoles: { 'ReferenceDataSource.S3ReferenceDataSource.ReferenceRoleARN': PRINCIPAL },
    },
  },
);

const ANALYTICS_V2 = supplement(
  { prefix: 'kinesisanalytics', page: 'list_amazonkinesisanalyticsv2' },
  {
    'AWS::KinesisAnalyticsV2::ApplicationCloudWatchLoggingOption': partOfApplication('CloudWatchLoggingOption'),
    'AWS::KinesisAnalyticsV2::ApplicationOutput': partOfApplication('Output'),
    'AWS::KinesisAnalyticsV2::ApplicationReferenceDataSource': partOfApplication('ReferenceDataSource'),
  },
);

export const KINESIS: Reviews = { ...STREAMS, ...ANALYTICS, ...ANALYTICS_V2 };
