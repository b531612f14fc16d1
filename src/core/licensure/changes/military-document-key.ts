/** An object of the bucket with what practitioners upload, as its event tells of it. */
export interface UploadedObject {
  readonly key: string;
  /** What happened, e.g. `ObjectCreated:Post`. */
  readonly eventName: string;
}

/** Whose document it is. */
export interface MilitaryDocument {
  readonly compact: string;
  readonly providerId: string;
}

/** The system copies documents itself, when a practitioner's records move: nobody uploaded these. */
const COPIED = 'ObjectCreated:Copy';

const MILITARY = 'military-affiliations';

/** Reads what was uploaded; nothing where it is no document of a military affiliation (spec 04 sections 3.11, 8.5). */
export function readMilitaryDocument({ key, eventName }: UploadedObject): MilitaryDocument | undefined {
  const [, compact, , providerId, , documentType] = key.split('/');
  return documentType === MILITARY && !eventName.startsWith(COPIED) ? { compact, providerId } : undefined;
}
