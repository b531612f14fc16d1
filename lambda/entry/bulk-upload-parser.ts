import { bulkUploadParserHandler } from '../container/bulk-upload-parser';

export const handler = bulkUploadParserHandler();
