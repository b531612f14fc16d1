import { PlatformDraft } from '../../draft';
import { Report } from '../rule';

/** One rule about a whole platform. What a draft lacks because it could not be read, rules pass over in silence. */
export type PlatformRule = (draft: PlatformDraft, report: Report) => void;
