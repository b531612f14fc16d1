import { ArnFormat } from 'aws-cdk-lib';
import type { Stage } from 'aws-cdk-lib/aws-apigateway';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { apiLogGroup } from './api-logs';
import { LIMITS } from '../../core/contracts/limits';
import type { BackendResources } from '../../private/backend-resources';
import { wafLogPrefix } from '../../private/deployment';

const WINDOW_SECONDS = 5 * 60;

export interface WebAclProps {
  readonly resources: BackendResources;
  readonly stage: Stage;
  /** Name of the API that it protects. */
  readonly apiName: string;
}

/** The firewall before an API: the common rules of AWS, and a limit of requests per address. */
export class WebAcl extends Construct {
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, { resources, stage, apiName }: WebAclProps) {
    super(scope, id);
    const acl = new CfnWebACL(this, 'WebAcl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visibility(`MetricForWebACLCDK-${apiName}`),
      rules: [...(resources.deployment.isVulnerable ? [] : [rateLimit()]), commonRules()],
    });
    new CfnWebACLAssociation(this, 'Association', { resourceArn: stage.stageArn, webAclArn: acl.attrArn });
    this.logGroup = this.addLog(acl, apiName, resources);
  }

  private addLog(acl: CfnWebACL, apiName: string, resources: BackendResources): LogGroup {
    const name = `${wafLogPrefix(resources.deployment)}${apiName}`;
    const logGroup = apiLogGroup(this, 'LogGroup', resources, name);
    // Put together from the name because the attribute of the group ends in `:*`, which WAF does not take.
    const arn = logGroup.stack.formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: logGroup.logGroupName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [arn],
      redactedFields: [{ singleHeader: { Name: 'Authorization' } }],
    });
    return logGroup;
  }
}

function rateLimit(): CfnWebACL.RuleProperty {
  return {
    name: 'RateLimit',
    priority: 0,
    action: { block: {} },
    statement: {
      rateBasedStatement: {
        aggregateKeyType: 'IP',
        evaluationWindowSec: WINDOW_SECONDS,
        limit: LIMITS.requestsPerAddress.value,
      },
    },
    visibilityConfig: visibility('MetricForWebACL-Rate'),
  };
}

/** The rule about large bodies only counts: a batch of a hundred licenses is larger than it allows. */
function commonRules(): CfnWebACL.RuleProperty {
  return {
    name: 'CRSRule',
    priority: 2,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name: 'AWSManagedRulesCommonRuleSet',
        ruleActionOverrides: [{ name: 'SizeRestrictions_BODY', actionToUse: { count: {} } }],
      },
    },
    visibilityConfig: visibility('MetricForWebACL-CRS'),
  };
}

function visibility(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName };
}
