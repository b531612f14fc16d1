import { checkPlatformDraft } from '../check-platform';
import { CompactConnectRelease } from '../compact-connect-release';
import { PlatformDraft } from '../draft';
import { PlatformSettings } from '../platform-settings';
import {
  requireOnly,
  Section,
  sectionOfContext,
  sectionOfFile,
  sectionsOfOnePlatform,
} from './compact-connect-sections';
import { derivePipelines } from './derive-pipelines';
import { DOCUMENT_KEYS } from './document-fields';
import { withPlaceholders } from './placeholder';
import { LoadOptions, PlatformSource } from './platform-source';
import { readCompactConnect } from './read-compact-connect';
import { readDocuments, requireOnlyOf } from './read-documents';
import { conclude } from '../reading/conclude';
import { openObject } from '../reading/decoders';
import { Ledger } from '../reading/ledger';
import { Place } from '../reading/place';
import { readAttestations } from '../reading/read-attestations';
import { parseSource, SourceFile } from '../reading/source-file';

/**
 * The platform that documents of our own form give together.
 *
 * @throws ConfigurationError with every problem of all of them
 */
export function loadDocuments(sources: readonly PlatformSource[], options: LoadOptions = {}): PlatformSettings {
  const ledger = new Ledger((name) => name);
  const documents = parseAll(sources, ledger).filter(({ root }) => openObject(root, DOCUMENT_KEYS));
  for (const { root, only } of documents) if (only !== undefined) requireOnlyOf(root, only);
  const all = areSources(sources, options, ledger) && documents.length === sources.length;
  const roots = documents.map(({ root }) => root);
  const draft = withPlaceholders(readDocuments(roots, all), options.pending ?? [], ledger);
  return concluded(draft, ledger, sources, { ...options, isPart: options.isPart || !all });
}

/**
 * The platform that CompactConnect's files give together.
 *
 * @throws ConfigurationError with every problem of all of them
 */
export function loadCompactConnect(
  cdkJson: SourceFile,
  sources: readonly PlatformSource[],
  release: CompactConnectRelease,
  options: LoadOptions = {},
): PlatformSettings {
  const ledger = new Ledger();
  const cdkRoot = parseSource(cdkJson, ledger);
  const sections = parseAll(sources, ledger).flatMap(({ root, only, isParameter }): Section[] => {
    const section = isParameter ? sectionOfContext(root) : sectionOfFile(root);
    if (section && only !== undefined) requireOnly(section, only);
    return section ? [section] : [];
  });
  const together = sectionsOfOnePlatform(sections);
  const areAll = cdkRoot !== undefined && together.length === sources.length;
  const all = areSources(sources, options, ledger) && areAll;
  const { attestations } = options;
  const said = readCompactConnect(cdkRoot, together, all);
  const licensure = attestations && {
    ...said.licensure,
    attestations: readAttestations(attestations, ledger, 'licensure.attestations'),
  };
  const read = withPlaceholders({ ...said, ...(licensure && { licensure }) }, options.pending ?? [], ledger);
  const isSandbox = together.some(({ sandboxRoot }) => sandboxRoot !== undefined);
  const draft = isSandbox ? read : withPipelines(read, release, ledger);
  const files = [cdkJson, ...sources, ...(attestations ? [attestations] : [])];
  return concluded(draft, ledger, files, { ...options, isPart: options.isPart || !all });
}

/** Whether there is anything to read; what is still to be looked up counts. */
function areSources(sources: readonly SourceFile[], { pending = [], isPart }: LoadOptions, ledger: Ledger): boolean {
  if (isPart || sources.length + pending.length > 0) return true;
  const origin = { file: 'files', path: '', value: 'nothing' };
  ledger.report(origin, 'a platform is read from at least one file', 'name the files to load');
  return false;
}

function parseAll<Source extends SourceFile>(sources: readonly Source[], ledger: Ledger): (Source & { root: Place })[] {
  return sources.flatMap((source) => {
    const root = parseSource(source, ledger);
    return root === undefined ? [] : [{ ...source, root }];
  });
}

/** Pipelines are nowhere said: what is wrong with one is said of the tag or the application that it is named after. */
function withPipelines(draft: PlatformDraft, release: CompactConnectRelease, ledger: Ledger): PlatformDraft {
  const { service, environments = [] } = draft;
  const names = environments.flatMap((environment) => environment?.name ?? []);
  if (service === undefined || names.length === 0) return draft;
  const pipelines = derivePipelines(service, names, release);
  const application = ledger.originOf('applicationName');
  for (const index of pipelines.keys()) {
    ledger.remember(`pipelines[${index}]`, ledger.originOf('service'));
    ledger.remember(`pipelines[${index}].tagPattern`, ledger.originOf('service'));
    ledger.remember(`pipelines[${index}].pipelineName`, application);
    ledger.remember(`pipelines[${index}].roleName`, application);
  }
  return { ...draft, pipelines };
}

function concluded(
  draft: PlatformDraft,
  ledger: Ledger,
  sources: readonly SourceFile[],
  { isPart, alsoCheck }: LoadOptions,
): PlatformSettings {
  const files = sources.map(({ name }) => name);
  conclude(ledger, files, (report) => {
    checkPlatformDraft(draft, report, !isPart);
    alsoCheck?.(draft, report);
  });
  // Nothing was refused, so every required setting is there.
  return draft as PlatformSettings;
}
