import { Duration } from 'aws-cdk-lib';
import { EventBus, IEventBus, Match } from 'aws-cdk-lib/aws-events';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { EVENT_TYPES } from '../../core/contracts/events';
import { EVENT_DETAILS } from '../../core/contracts/schemas/events';
import type { Deployment } from '../../private/deployment';
import { operatorOutput } from '../../private/outputs';
import { BackendStack } from '../backend-stack';

const ARCHIVE_DAYS = 180;

/** As long as dead letters wait: by then a mistake in ingest was found, and states can upload what is older again. */
const PERSONAL_DATA_DAYS = 14;

/** Types whose detail says more about a person than ids do (spec 04 section 14, item 21). */
const WITH_PERSONAL_DATA = EVENT_TYPES.filter((type) => EVENT_DETAILS[type].personalFields.length > 0);

/** The bus that carries what happened to licenses and providers, with an archive to replay from. */
export class EventsStack extends BackendStack {
  readonly bus: EventBus;
  private readonly busArnParameter: string;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id, {
      deployment,
      part: 'events',
      description: 'Licensure backend: data event bus and its archive',
      isStateful: true,
    });
    const { applicationName, environment } = deployment.settings;
    this.bus = new EventBus(this, 'DataEventBus', {
      eventBusName: `${environment.name}-dataEventBus`,
      description: 'What happened to licenses and providers',
    });
    this.bus.archive('Archive', {
      description: 'Events of this account without personal data, to replay after a mistake',
      eventPattern: { account: [this.account], detailType: Match.anythingBut(...WITH_PERSONAL_DATA) },
      retention: Duration.days(ARCHIVE_DAYS),
    });
    this.bus.archive('PersonalData', {
      description: 'Events of this account with personal data, uploaded licenses above all, to replay after a mistake',
      eventPattern: { account: [this.account], detailType: WITH_PERSONAL_DATA },
      retention: Duration.days(PERSONAL_DATA_DAYS),
    });
    this.busArnParameter = `/deployment/${applicationName}/${environment.name}/event-bridge/event-bus/data-event-bus-arn`;
    new StringParameter(this, 'DataEventBusArn', {
      parameterName: this.busArnParameter,
      description: 'ARN of the data event bus, for stacks that publish or listen',
      stringValue: this.bus.eventBusArn,
    });
    operatorOutput(this, 'DataEventBusName', this.bus.eventBusName, 'Name of the data event bus');
  }

  /**
   * The bus as another stack sees it. It goes through a parameter and not through an export, so that the bus can be moved
   * or replaced without taking down the stacks that use it.
   */
  busFor(stack: BackendStack): IEventBus {
    stack.addStackDependency(this, 'the parameter with the ARN of the bus must exist');
    const arn = StringParameter.valueForStringParameter(stack, this.busArnParameter);
    return EventBus.fromEventBusArn(stack, 'DataEventBus', arn);
  }
}
