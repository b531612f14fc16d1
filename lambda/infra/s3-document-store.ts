import { CopyObjectCommand, DeleteObjectCommand, HeadObjectCommand, NotFound, S3Client } from '@aws-sdk/client-s3';
import type { DocumentStore } from '../app/ports';

export class S3DocumentStore implements DocumentStore {
  public static ofBucket(bucket: string): S3DocumentStore {
    return new S3DocumentStore(new S3Client({}), bucket);
  }

  public constructor(
    private readonly client: S3Client,
    private readonly bucket: string,
  ) {}

  public async copy(from: string, to: string): Promise<void> {
    const size = await this.sizeOf(from);
    if (size === undefined) return;
    await this.client.send(
      new CopyObjectCommand({ Bucket: this.bucket, Key: to, CopySource: `${this.bucket}/${encodedKey(from)}` }),
    );
    const copied = await this.sizeOf(to);
    if (copied !== size) throw new Error(`document ${to} has ${copied ?? 'no'} bytes, its original has ${size}`);
  }

  public async remove(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: key }));
  }

  private async sizeOf(key: string): Promise<number | undefined> {
    try {
      const { ContentLength } = await this.client.send(new HeadObjectCommand({ Bucket: this.bucket, Key: key }));
      return ContentLength;
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }
}

/** The source of a copy travels in a header as an address, so `#`, blanks and letters of other scripts are encoded. */
function encodedKey(key: string): string {
  return key.split('/').map(encodeURIComponent).join('/');
}
