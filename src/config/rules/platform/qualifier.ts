import { PlatformRule } from './platform-rule';

/** AWS CDK, bootstrap template, parameter Qualifier. */
export const QUALIFIER = /^[A-Za-z0-9_-]{1,10}$/;

/** The qualifier is one that accounts can be bootstrapped with. */
export const qualifierFitsTheBootstrap: PlatformRule = ({ bootstrapQualifier }, report) => {
  if (bootstrapQualifier === undefined || QUALIFIER.test(bootstrapQualifier)) return;
  report(
    'bootstrapQualifier',
    'a qualifier has 1 to 10 letters, digits, "-" and "_"',
    'write the one that the accounts are bootstrapped with',
  );
};
