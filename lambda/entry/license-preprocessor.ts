import { licensePreprocessorHandler } from '../container/license-preprocessor';

export const handler = licensePreprocessorHandler();
