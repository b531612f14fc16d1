import { stringify } from 'yaml';
import type { Template } from './overlay/template';

/** As the CDK CLI writes a template into its request, so that the length is that of the request. */
export function templateYaml(template: Template): string {
  return stringify(template, { schema: 'yaml-1.1', lineWidth: 0, aliasDuplicateObjects: false });
}
