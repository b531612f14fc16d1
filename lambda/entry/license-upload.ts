import { licenseUploadHandler } from '../container/license-upload';

export const handler = licenseUploadHandler();
