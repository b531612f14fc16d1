import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { storedRecordsDocument } from './document';
import { Scenario } from './scenario';

writeFileSync(
  join(__dirname, '..', '..', 'docs', 'reference', 'stored-records.md'),
  storedRecordsDocument(new Scenario().run()),
);
