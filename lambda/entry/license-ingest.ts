import { licenseIngestHandler } from '../container/license-ingest';

export const handler = licenseIngestHandler();
