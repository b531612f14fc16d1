import { setTimeout } from 'node:timers/promises';
import { instantText } from '../../src/core/licensure/time';
import type { Clock, Pause } from '../app/ports';

export const systemClock: Clock = () => instantText(new Date());

export const systemPause: Pause = (milliseconds) => setTimeout(milliseconds);
