import { queueTrigger } from './queue-trigger';
import { scheduleTrigger } from './schedule-trigger';
import { streamTrigger } from './stream-trigger';
import type { MadeTrigger, TriggeredFunction } from './trigger';
import type { Trigger } from '../core/contracts/functions';

export function makeTrigger(triggered: TriggeredFunction, trigger: Trigger): MadeTrigger {
  switch (trigger.on) {
    case 'queue':
      return queueTrigger(triggered, trigger);
    case 'stream':
      return streamTrigger(triggered, trigger);
    case 'schedule':
      return scheduleTrigger(triggered, trigger);
  }
}
