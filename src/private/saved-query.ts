import { ILogGroup, QueryDefinition, QueryString } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Deployment } from './deployment';

/** A query that operators find in Logs Insights, in a folder of the deployment: what happened, newest first. */
export function savedQuery(
  scope: Construct,
  id: string,
  { settings }: Deployment,
  query: { readonly name: string; readonly fields: string[]; readonly logGroups: ILogGroup[] },
): void {
  new QueryDefinition(scope, id, {
    queryDefinitionName: `${settings.applicationName}-${settings.environment.name}/${query.name}`,
    logGroups: query.logGroups,
    queryString: new QueryString({
      fields: ['@timestamp', 'level', ...query.fields, '@message'],
      filterStatements: ['level in ["INFO", "WARN", "WARNING", "ERROR"]'],
      sort: '@timestamp desc',
    }),
  });
}
