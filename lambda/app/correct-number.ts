import { instantAfter, InstantPorts } from './instant-after';
import type { DocumentStore } from './ports';
import { untilSaved, UntilSavedPorts } from './until-saved';
import type { Domain } from '../../src/core/contracts/domain';
import { CorrectionScope, planSsnCorrection } from '../../src/core/licensure/changes/ssn-correction';
import { parseIngestDetail } from '../../src/core/licensure/ingest-detail';
import type { IngestTarget } from '../../src/core/licensure/ingest-license';

export interface NumberCorrection {
  readonly providerId: string;
  readonly previousProviderId: string;
  readonly scope: CorrectionScope;
  /** Whether the practitioner had signed up as the provider that is gone: that sign-in finds nothing any more. */
  readonly leavesSignIn: boolean;
}

export interface CorrectNumberPorts extends UntilSavedPorts, InstantPorts {
  readonly domain: Domain;
  readonly documents: DocumentStore;
  /** Told of every correction that was carried out. */
  readonly corrected: (correction: NumberCorrection) => void;
}

/**
 * Moves a license whose social security number an upload corrects to the provider of the right number, before the upload
 * is stored there. Documents are copied first and their sources deleted last, so that records always point to something.
 */
export async function correctNumber(
  ports: CorrectNumberPorts,
  detail: unknown,
  { compact, providerId, previousProviderId }: IngestTarget,
): Promise<void> {
  if (previousProviderId === undefined) return;
  const { domain, providers, documents } = ports;
  const license = parseIngestDetail(detail, domain);
  if (!license.ok) throw new Error(license.error);
  const saved = await untilSaved(ports, previousProviderId, async () => {
    const [oldItems, newItems] = await Promise.all(
      [previousProviderId, providerId].map((id) => providers.allRecords(compact, id)),
    );
    const seen = [...oldItems, ...newItems];
    const now = await instantAfter(seen, ports);
    if (now === undefined) return undefined;
    const planned = planSsnCorrection({
      domain,
      oldItems,
      newItems,
      license: license.value,
      previousProviderId,
      now,
    });
    if (!planned.ok) throw new Error(planned.error);
    for (const { from, to } of planned.value.documentMoves) await documents.copy(from, to);
    return { ...planned.value, seen };
  });
  for (const { from } of saved.documentMoves) await documents.remove(from);
  ports.corrected({
    providerId,
    previousProviderId,
    scope: saved.scope,
    leavesSignIn: saved.signInToRemove !== undefined,
  });
}
