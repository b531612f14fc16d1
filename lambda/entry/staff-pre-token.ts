import { staffPreTokenHandler } from '../container/staff-pre-token';

export const handler = staffPreTokenHandler();
