import { pathParameters, ROUTES } from '../../../src/core/contracts/routes';
import { parseLicenseUpload } from '../../../src/core/licensure/license-upload';
import { requestRefusal } from '../../../src/core/licensure/request-refusal';
import { REFERENCE_DOMAIN } from '../reference-domain';
import { compared, Suite } from '../suite';
import { answerFile, expectedFile } from './uploaded-file';

/** License uploads: the request handler's answer and what it queues, and the same of files. */
export const validationSuite: Suite = {
  file: 'validation.json',
  answerWith: (vectors) => {
    const defaults = vectors.find((vector) => vector.given.kind === 'defaults')!.expect;
    return ({ given, expect }) => {
      if (given.kind === 'defaults') return { kind: 'data' };
      if (given.kind === 'csv') return compared(expectedFile(expect), answerFile({ ...defaults, ...given }));
      return compared(expect, answerPost({ ...defaults, body: null, ...given }));
    };
  },
};

interface LicensePostRequest {
  readonly now: string;
  readonly compact: string;
  readonly jurisdiction: string;
  readonly scopes: readonly string[];
  readonly contentType: string;
  readonly previousSsnFlag: boolean;
  readonly body: string | null;
}

function answerPost(request: LicensePostRequest) {
  const { compact, jurisdiction, body } = request;
  const refusal = requestRefusal({
    check: ROUTES.postLicenses.check,
    parameters: pathParameters(ROUTES.postLicenses.path),
    path: { compact, jurisdiction },
    body,
    contentType: request.contentType,
    scopeClaim: request.scopes.join(' '),
  });
  if (refusal) return { statusCode: refusal.status, body: refusal.body, queueMessages: [] };
  const upload = parseLicenseUpload({
    domain: REFERENCE_DOMAIN,
    compact,
    jurisdiction,
    body,
    previousSsnEnabled: request.previousSsnFlag,
    eventTime: request.now,
  });
  return upload.ok
    ? { statusCode: 200, body: { message: 'OK' }, queueMessages: upload.value }
    : { statusCode: upload.error.status, body: upload.error.body, queueMessages: [] };
}
