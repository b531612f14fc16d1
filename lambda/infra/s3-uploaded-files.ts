import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import type { UploadedFiles } from '../app/ports';

export class S3UploadedFiles implements UploadedFiles {
  public constructor(
    private readonly client: S3Client,
    private readonly bucketName: string,
  ) {}

  public async open(key: string): Promise<AsyncIterable<Uint8Array> | undefined> {
    try {
      const { Body: body } = await this.client.send(new GetObjectCommand({ Bucket: this.bucketName, Key: key }));
      return body as AsyncIterable<Uint8Array> | undefined;
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  public async remove(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.bucketName, Key: key }));
  }
}
