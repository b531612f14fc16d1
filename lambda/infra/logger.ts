import { Logger } from '@aws-lambda-powertools/logger';

/** One JSON object per line; never a request body, a token or a query value. */
export const logger = new Logger({ serviceName: 'common' });
