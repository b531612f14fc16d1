import { supplement } from './supplied-type';

export const BUDGETS = supplement(
  { prefix: 'budgets', page: 'list_awsbudgetservice' },
  {
    // One action stands for all writing calls of budgets, their notifications and subscribers.
    'AWS::Budgets::Budget': {
      create: 'ModifyBudget',
      read: 'ListTagsForResource ViewBudget',
      update: 'ModifyBudget',
      delete: 'ModifyBudget',
      tag: 'TagResource',
      untag: 'UntagResource',
    },
  },
);
