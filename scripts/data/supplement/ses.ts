import { supplement } from './supplied-type';

export const SES = supplement(
  { prefix: 'ses', page: 'list_amazonses' },
  {
    'AWS::SES::ReceiptFilter': {
      create: 'CreateReceiptFilter',
      read: 'ListReceiptFilters',
      delete: 'DeleteReceiptFilter',
    },
    'AWS::SES::ReceiptRule': {
      create: 'CreateReceiptRule',
      read: 'DescribeReceiptRule DescribeReceiptRuleSet',
      update: 'SetReceiptRulePosition UpdateReceiptRule',
      delete: 'DeleteReceiptRule',
      passedRoles: { 'Rule.Actions.S3Action.IamRoleArn': 'ses.amazonaws.com' },
    },
    'AWS::SES::ReceiptRuleSet': {
      create: 'CreateReceiptRuleSet',
      read: 'DescribeReceiptRuleSet ListReceiptRuleSets',
      delete: 'DeleteReceiptRuleSet',
    },
  },
);
