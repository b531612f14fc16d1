import { configurationUploadHandler } from '../container/configuration-upload';

export const handler = configurationUploadHandler();
