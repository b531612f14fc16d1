import { Reviews, set } from '../review';
import { actionsPage, typePage } from './pages';

const SES = actionsPage('amazonsimpleemailservicev2');

const SES_TAGS = {
  actions: { cut: 'ses:TagResource', ut: 'ses:UntagResource', rut: 'ses:ListTagsForResource' },
  source: SES,
};

export const MESSAGING: Reviews = {
  'AWS::SES::ConfigurationSet': {
    always: `ses:CreateConfigurationSet ses:DeleteConfigurationSet ses:DescribeConfigurationSet ses:GetConfigurationSet
      ses:ListConfigurationSets`,
    when: ['Delivery', 'Reputation', 'Sending', 'Suppression', 'Tracking', 'Vdm'].map((options) => ({
      when: set(`${options}Options`),
      actions: `ses:PutConfigurationSet${options}Options`,
    })),
    adds: [SES_TAGS],
  },
  'AWS::SES::ConfigurationSetEventDestination': {
    always: `ses:CreateConfigurationSetEventDestination ses:DeleteConfigurationSetEventDestination
      ses:DescribeConfigurationSet ses:GetConfigurationSetEventDestinations
      ses:UpdateConfigurationSetEventDestination`,
    passedRoles: [{ property: 'EventDestination.KinesisFirehoseDestination.IAMRoleARN', service: 'ses.amazonaws.com' }],
  },
  'AWS::SES::EmailIdentity': {
    always: 'ses:CreateEmailIdentity ses:DeleteEmailIdentity ses:GetEmailIdentity ses:ListEmailIdentities',
    when: ['ConfigurationSet', 'Dkim', 'DkimSigning', 'Feedback', 'MailFrom'].map((attributes) => ({
      when: set(`${attributes}Attributes`),
      actions: `ses:PutEmailIdentity${attributes}Attributes`,
    })),
    adds: [SES_TAGS],
  },
  'AWS::SNS::Subscription': {
    adds: [
      {
        actions: {
          c: 'sns:Subscribe',
          cru: 'sns:GetSubscriptionAttributes',
          r: 'sns:ListSubscriptionsByTopic',
          u: 'sns:SetSubscriptionAttributes',
          d: 'sns:Unsubscribe',
          l: 'sns:ListSubscriptions',
        },
      },
    ],
    passedRoles: [{ property: 'SubscriptionRoleArn', service: 'sns.amazonaws.com' }],
    source: typePage('AWS::SNS::Subscription'),
  },
  'AWS::SNS::Topic': {
    always: `sns:CreateTopic sns:DeleteTopic sns:GetDataProtectionPolicy sns:GetTopicAttributes
      sns:ListSubscriptionsByTopic sns:ListTagsForResource sns:ListTopics sns:SetTopicAttributes sns:TagResource
      sns:UntagResource`,
    when: [
      { when: set('DataProtectionPolicy'), actions: 'sns:PutDataProtectionPolicy' },
      { when: set('DeliveryStatusLogging'), actions: 'iam:GetRole' },
      { when: set('Subscription'), actions: 'sns:Subscribe sns:Unsubscribe' },
    ],
    passedRoles: [
      { property: 'DeliveryStatusLogging.FailureFeedbackRoleArn', service: 'sns.amazonaws.com' },
      { property: 'DeliveryStatusLogging.SuccessFeedbackRoleArn', service: 'sns.amazonaws.com' },
    ],
  },
  'AWS::SNS::TopicPolicy': { always: 'sns:SetTopicAttributes' },
  'AWS::SQS::Queue': {
    always: `sqs:CreateQueue sqs:DeleteQueue sqs:GetQueueAttributes sqs:GetQueueUrl sqs:ListQueueTags sqs:ListQueues
      sqs:SetQueueAttributes sqs:TagQueue sqs:UntagQueue`,
  },
  'AWS::SQS::QueuePolicy': { always: 'sqs:SetQueueAttributes' },
};
