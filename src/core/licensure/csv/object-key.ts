import { failure, Result, success } from '../../result';

/** For which compact and jurisdiction a file of licenses is. */
export interface UploadTarget {
  readonly compact: string;
  readonly jurisdiction: string;
}

/** Where a file is uploaded to, `aslp/oh/847ac206e07c5007aa340a814e35835a`; `id` is a UUID that no other upload has. */
export function bulkUploadKey({ compact, jurisdiction }: UploadTarget, id: string): string {
  return `${compact}/${jurisdiction}/${id.replaceAll('-', '')}`.toLowerCase();
}

/** Reads the target from a key. That it is one of the deployment is a rule of each row. */
export function uploadTargetOf(objectKey: string): Result<UploadTarget, string> {
  const [compact, jurisdiction] = objectKey.toLowerCase().split('/');
  return jurisdiction === undefined
    ? failure(`object ${objectKey} is no upload: keys are {compact}/{jurisdiction}/{id}; upload with a form of the API`)
    : success({ compact, jurisdiction });
}
