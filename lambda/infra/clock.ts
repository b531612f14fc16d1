import { instantText } from '../../src/core/licensure/time';
import type { Clock } from '../app/ports';

export const systemClock: Clock = () => instantText(new Date());
