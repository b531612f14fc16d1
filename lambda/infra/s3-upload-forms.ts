import type { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { LIMITS } from '../../src/core/contracts/limits';
import type { UploadForm, UploadForms } from '../app/ports';

export class S3UploadForms implements UploadForms {
  public constructor(
    private readonly client: S3Client,
    private readonly bucketName: string,
  ) {}

  /** The client adds the field `Content-Type` itself, so it stands in the conditions only. */
  public async sign(key: string): Promise<UploadForm> {
    return createPresignedPost(this.client, {
      Bucket: this.bucketName,
      Key: key,
      Expires: LIMITS.bulkUploadFormSeconds.value,
      Conditions: [
        ['content-length-range', 1, LIMITS.bulkUploadBytes.value],
        ['eq', '$Content-Type', 'text/csv'],
      ],
    });
  }
}
