import { signBulkUpload } from '../../../lambda/app/sign-bulk-upload';

test('the form is for a key of its own, below compact and jurisdiction in lower case', async () => {
  const signed: string[] = [];
  const forms = {
    sign: async (key: string) => {
      signed.push(key);
      return { url: 'https://uploads.example.org', fields: { key } };
    },
  };

  const answer = await signBulkUpload(
    { forms, newUploadId: () => '5B0D8C1E-3f52-4c8e-9a77-0e1f2a3b4c5d' },
    { compact: 'Arbor', jurisdiction: 'OH' },
  );

  const key = 'arbor/oh/5b0d8c1e3f524c8e9a770e1f2a3b4c5d';
  expect(signed).toEqual([key]);
  expect(answer).toEqual({ status: 200, body: { upload: { url: 'https://uploads.example.org', fields: { key } } } });
});
