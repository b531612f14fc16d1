import { setTimeout } from 'node:timers/promises';
import type { CloudFormationCustomResourceEvent, CloudFormationCustomResourceResponse, Context } from 'aws-lambda';
import { failure, Result } from '../../src/core/result';
import { logger } from '../infra/logger';

/** Time that the answer needs at the end of the function's own, in milliseconds. */
const ANSWER_TIME = 10_000;

/** CloudFormation takes answers of up to 4,096 bytes; the rest of an answer is a few hundred. */
const REASON_CHARACTERS = 1_000;

/** Physical id of a resource that never came to be: CloudFormation deletes it again in its rollback. */
const NEVER_MADE = 'never-made';

type Provide<Properties> = (properties: Properties) => Promise<Result<string, string>>;

type Answer = (responseUrl: string, answer: CloudFormationCustomResourceResponse) => Promise<void>;

/**
 * Handles a custom resource that looks something up, or writes something that outlives it: the same is done when it is
 * created and when it is updated, and a deletion has nothing to do. The id that `provide` returns becomes its physical
 * id, so that another id replaces the resource. CloudFormation gets an answer in any case, also when `provide` throws or
 * takes too long: else it would wait until its own timeout, and never say why.
 */
export function createCustomResourceHandler<Properties>(
  provide: Provide<Properties>,
  answer: Answer,
): (event: CloudFormationCustomResourceEvent, context: Pick<Context, 'getRemainingTimeInMillis'>) => Promise<void> {
  return async (event, context) => {
    const provided = await outcomeOf(event, context, provide);
    const previousId = event.RequestType === 'Create' ? NEVER_MADE : event.PhysicalResourceId;
    const { StackId, RequestId, LogicalResourceId } = event;
    const common = { StackId, RequestId, LogicalResourceId };
    if (!provided.ok) logger.error('the custom resource fails', { reason: provided.error });
    await answer(
      event.ResponseURL,
      provided.ok
        ? { ...common, Status: 'SUCCESS', PhysicalResourceId: provided.value }
        : {
            ...common,
            Status: 'FAILED',
            // A failed update must keep the id: another one would make CloudFormation delete what is in use.
            PhysicalResourceId: previousId,
            Reason: provided.error.slice(0, REASON_CHARACTERS),
          },
    );
  };
}

async function outcomeOf<Properties>(
  event: CloudFormationCustomResourceEvent,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
  provide: Provide<Properties>,
): Promise<Result<string, string>> {
  if (event.RequestType === 'Delete') return { ok: true, value: event.PhysicalResourceId };
  const properties = event.ResourceProperties as unknown as Properties;
  const patience = Math.max(0, context.getRemainingTimeInMillis() - ANSWER_TIME);
  const tooLate = failure(`the service did not answer within ${Math.round(patience / 1_000)} seconds; deploy again`);
  try {
    return await Promise.race([provide(properties), setTimeout(patience, tooLate, { ref: false })]);
  } catch (error) {
    return failure(String(error));
  }
}
