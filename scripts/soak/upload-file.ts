import { readFileSync } from 'node:fs';
import { request } from 'node:https';

/** A signed form, as the API and S3 give it. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface UploadAnswer {
  readonly status: number;
  readonly text: string;
}

/** Sends a file with a signed form, as a browser does; the file comes after all fields. */
export async function uploadFile(
  { url, fields }: UploadForm,
  file: Blob,
  /** File of the certificate to trust. */
  certificate: string,
): Promise<UploadAnswer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file, 'licenses.csv');
  const { headers, body } = await serialized(form);
  return new Promise((resolve, reject) => {
    const upload = request(url, { method: 'POST', headers, ca: readFileSync(certificate) }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode!, text: Buffer.concat(chunks).toString('utf8') }));
    });
    upload.on('error', reject).end(body);
  });
}

async function serialized(form: FormData) {
  const response = new Response(form);
  const body = Buffer.from(await response.arrayBuffer());
  return { body, headers: { 'content-type': response.headers.get('content-type')!, 'content-length': body.length } };
}
