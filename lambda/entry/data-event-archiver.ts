import { dataEventArchiverHandler } from '../container/data-event-archiver';

export const handler = dataEventArchiverHandler();
