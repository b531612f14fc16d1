import { success } from '../../core/result';
import { PlatformDraft } from '../draft';
import { readSourceFile, SourceFile } from '../reading/source-file';
import { Report } from '../rules/rule';

/** A file, or the value of a parameter, that says a part of a platform. */
export interface PlatformSource extends SourceFile {
  /** The value of a parameter: of CompactConnect's files it has `ssm_context` only. */
  readonly isParameter?: boolean;
  /** The only environment that it may be of, or `deploy`; without it any. */
  readonly only?: string;
}

/** A parameter whose value is that of one environment, or of the deploy account. */
export function parameterSource(of: string, name: string, value: string): PlatformSource {
  return { name: `SSM parameter ${name}`, text: success(value), isParameter: true, only: of };
}

/** How a platform is put together from its sources. */
export interface LoadOptions {
  /** Environments, or `deploy`, whose parameters are still to be looked up: placeholders stand for them. */
  readonly pending?: readonly string[];
  /** True for a part of a platform, in which names may point to what isn't loaded. */
  readonly isPart?: boolean;
  /** CompactConnect's file of attestations; without it, they are those of this library. */
  readonly attestations?: SourceFile;
  /** What is asked of the settings beyond the rules. */
  readonly alsoCheck?: (draft: PlatformDraft, report: Report) => void;
}

/** How CompactConnect's file of attestations is named to the loader. */
export function attestationsOption(path: string | undefined): Pick<LoadOptions, 'attestations'> {
  return path === undefined ? {} : { attestations: readSourceFile(path) };
}
