import { privilegeListenerHandler } from '../container/privilege-listener';

export const handler = privilegeListenerHandler();
