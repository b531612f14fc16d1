import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { scratchFolder, writeFileIn } from './scratch-folder';
import { run } from '../../local/tools/processes';

const MODULE = pathToFileURL(resolve(__dirname, '..', '..', 'local', 'certificate.mjs')).href;

describe('the certificate of the emulator', () => {
  const folder = scratchFolder();
  const certificate = join(folder, 'tls', 'certificate.pem');

  /** The module is loaded by plain Node before anything else of the run, and so it is here. */
  async function ensure(userTrustFile = ''): Promise<void> {
    const parameters = `${JSON.stringify(join(folder, 'tls'))}, ${JSON.stringify(userTrustFile)}`;
    const script = `import { ensureCertificate } from '${MODULE}'; await ensureCertificate(${parameters});`;
    const { code, output } = await run(process.execPath, ['--input-type=module', '-e', script]);
    if (code !== 0) throw new Error(output);
  }

  beforeAll(async () => ensure());

  test('is for this machine only, and signs nothing', () => {
    const read = new X509Certificate(readFileSync(certificate));

    expect(read.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1');
    expect(read.ca).toBe(false);
    expect(Date.parse(read.validTo)).toBeGreaterThan(Date.now() + 300 * 24 * 3600 * 1000);
  });

  test('has a key that only its owner can read', () => {
    expect((statSync(join(folder, 'tls', 'key.pem')).mode % 0o1000).toString(8)).toBe('600');
  });

  test('is kept by later starts, and trusted beside what the user trusts', async () => {
    const before = readFileSync(certificate, 'utf8');
    const userTrust = writeFileIn(folder, 'company.pem', 'COMPANY CERTIFICATE');

    await ensure(userTrust);

    expect(readFileSync(certificate, 'utf8')).toBe(before);
    const trusted = readFileSync(join(folder, 'tls', 'trusted.pem'), 'utf8');
    expect(trusted).toContain('COMPANY CERTIFICATE');
    expect(trusted).toContain(before);
  });

  test('is made again before it ends', async () => {
    writeFileSync(certificate, EXPIRED);

    await ensure();

    expect(readFileSync(certificate, 'utf8')).not.toBe(EXPIRED);
  });
});

/** Made for this test; it was valid for one day. */
const EXPIRED = `-----BEGIN CERTIFICATE-----
MIIBbjCCARSgAwIBAgIJOM7H/FeQTk5FMAoGCCqGSM49BAMCMBIxEDAOBgNVBAMT
B2V4cGlyZWQwHhcNMjAwMTAxMDAwMDAwWhcNMjAwMTAyMDAwMDAwWjASMRAwDgYD
VQQDEwdleHBpcmVkMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAExrVbw3eqwci2
gUcG/MA1r/sR8Vt4htuY1Q7YggEZTnvgGsnhib4nCrNwZAY75MSrCmCSe45eY3iH
LBvy20SJ1qNTMFEwDAYDVR0TAQH/BAIwADAOBgNVHQ8BAf8EBAMCBaAwHQYDVR0l
BBYwFAYIKwYBBQUHAwEGCCsGAQUFBwMCMBIGA1UdEQQLMAmCB2V4cGlyZWQwCgYI
KoZIzj0EAwIDSAAwRQIhAIq3m7eHG9gN9JmjgU85q8Y+R7NOjsy7MzVcSc/6oCTw
AiA3Zb4DRqngDY14Ng3Kee6oNbNr66nyNX5y50bBp8KypQ==
-----END CERTIFICATE-----
`;
