import { reportRepeated } from '../rule';
import { PlatformRule } from './platform-rule';

/** Each environment has a name of its own. */
export const environmentsHaveNames: PlatformRule = ({ environments }, report) =>
  reportRepeated(
    environments?.map((environment) => environment?.name),
    (index) => `environments[${index}].name`,
    report,
  );
