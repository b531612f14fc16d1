import { Logger } from '@aws-lambda-powertools/logger';
import { bareErrors } from './bare-errors';

/** One JSON object per line; never a request body, a token or a query value, and of errors nothing that hangs on them. */
export const logger = new Logger({ serviceName: 'common', jsonReplacerFn: bareErrors });
