import { bulkUploadUrlHandler } from '../container/bulk-upload-url';

export const handler = bulkUploadUrlHandler();
