// Plain JavaScript: runs before TypeScript can, because Node reads NODE_EXTRA_CA_CERTS only when a process starts.
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const VALID_DAYS = 365;
const RENEW_BEFORE_DAYS = 7;
const DAY = 24 * 60 * 60 * 1000;

/**
 * The certificate of the emulator for 127.0.0.1 and localhost, made at first start and renewed before it ends.
 * `trusted` is what Node processes of the local run trust beside the usual authorities: it, and what the user trusts.
 */
export async function ensureCertificate(folder, userTrustFile) {
  const files = {
    certificate: join(folder, 'certificate.pem'),
    key: join(folder, 'key.pem'),
    trusted: join(folder, 'trusted.pem'),
  };
  if (!isValid(files)) await create(folder, files);
  const userTrust = userTrustFile && existsSync(userTrustFile) ? readFileSync(userTrustFile, 'utf8') : '';
  writeFileSync(files.trusted, `${userTrust}\n${readFileSync(files.certificate, 'utf8')}`);
  return files;
}

function isValid({ certificate, key }) {
  if (!existsSync(certificate) || !existsSync(key)) return false;
  const { validTo } = new X509Certificate(readFileSync(certificate));
  return Date.parse(validTo) - Date.now() > RENEW_BEFORE_DAYS * DAY;
}

async function create(folder, { certificate, key }) {
  const { generate } = await import('selfsigned');
  const { cert, private: privateKey } = await generate([{ name: 'commonName', value: 'compact local run' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + VALID_DAYS * DAY),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }, { type: 7, ip: '127.0.0.1' }] },
    ],
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(certificate, cert);
  writeFileSync(key, privateKey, { mode: 0o600 });
}
