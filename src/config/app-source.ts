import { resolve } from 'node:path';
import { CompactConnectRelease } from './compact-connect-release';
import { conclude } from './reading/conclude';
import { list, object, omissible, oneOf, required, text } from './reading/decoders';
import { PLATFORM_CONTEXT_KEY } from './reading/foreign-keys';
import { Ledger } from './reading/ledger';
import { Place } from './reading/place';
import { parseJson } from '../core/text/json-document';

/** Where it comes from where the context says nothing. */
const DEFAULT_SOURCE = { files: ['platform.json'] };

/** Parameters of the deploy account that complete what is checked in. */
export interface ParametersSource {
  readonly account: string;
  readonly region: string;
  readonly environments?: string[];
  readonly suffix?: string;
}

/** Where the configuration of an app comes from; paths are absolute. */
export interface AppSource {
  /** Documents of our own form. */
  readonly files?: string[];
  /** CompactConnect's `cdk.json`, in place of documents. */
  readonly cdkJson?: string;
  readonly environmentFiles?: string[];
  readonly release?: CompactConnectRelease;
  /** CompactConnect's file of attestations, beside its `cdk.json`. */
  readonly attestationsFile?: string;
  readonly parameters?: ParametersSource;
}

const PARAMETERS = {
  account: required('account', 'the deploy account, twelve digits in quotes', text),
  region: required('region', 'the region of the pipelines', text),
  environments: omissible('environments', list(text)),
  suffix: omissible('suffix', text),
};

const SOURCE = {
  files: omissible('files', list(text)),
  cdkJson: omissible('cdkJson', text),
  environmentFiles: omissible('environmentFiles', list(text)),
  release: omissible('release', oneOf(Object.values(CompactConnectRelease))),
  attestationsFile: omissible('attestationsFile', text),
  parameters: omissible('parameters', object(PARAMETERS)),
};

/**
 * Reads the context value `platform` of an app.
 *
 * @param context the value, e.g. `{ "files": ["platform.json", "prod.json"] }`; without one, `platform.json` it is
 * @param folder the app's, which paths are relative to
 * @throws ConfigurationError with everything that is wrong with it
 */
export function readAppSource(context: unknown, folder: string): AppSource {
  const document = parseJson(JSON.stringify(context ?? DEFAULT_SOURCE));
  if (!document.ok) throw new Error('what was written as JSON is JSON');
  const ledger = new Ledger((name) => name);
  const place = Place.root(ledger, `context "${PLATFORM_CONTEXT_KEY}"`, document.value);
  const source = object(SOURCE)(place) as AppSource | undefined;
  if (source) requireOneForm(source, place);
  conclude(ledger, [place.file], () => undefined);
  const absolute = (path: string) => resolve(folder, path);
  return {
    ...source,
    ...(source?.files && { files: source.files.map(absolute) }),
    ...(source?.cdkJson !== undefined && { cdkJson: absolute(source.cdkJson) }),
    ...(source?.attestationsFile !== undefined && { attestationsFile: absolute(source.attestationsFile) }),
    ...(source?.environmentFiles && { environmentFiles: source.environmentFiles.map(absolute) }),
  };
}

function requireOneForm(source: AppSource, place: Place): void {
  const { files, cdkJson, environmentFiles, parameters, attestationsFile } = source;
  if ((files === undefined) === (cdkJson === undefined)) {
    place.report(
      'a configuration has documents, or the files of CompactConnect',
      'give "files", or "cdkJson" with "environmentFiles" or "parameters"',
    );
  } else if (cdkJson !== undefined && (environmentFiles === undefined) === (parameters === undefined)) {
    place.report(
      'environments of CompactConnect stand in files, or in parameters of the deploy account',
      'give one of "environmentFiles" and "parameters"',
    );
  } else if (files !== undefined && environmentFiles !== undefined) {
    place
      .child('environmentFiles')
      .report('environments of documents stand among "files"', 'remove it, or give "cdkJson" in place of "files"');
  } else if (files !== undefined && attestationsFile !== undefined) {
    place
      .child('attestationsFile')
      .report(
        'attestations of documents stand in their "licensure"',
        'remove it, or give "cdkJson" in place of "files"',
      );
  }
}
