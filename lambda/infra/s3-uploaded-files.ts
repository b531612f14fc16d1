import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import type { UploadedFiles } from '../app/ports';

/**
 * Bytes that one request asks for, all of which are taken at once. A connection that waits while the rows before it are
 * queued is closed by the service, in the middle of the file.
 */
const BYTES_PER_REQUEST = 4_194_304;

/** Bytes that are handed over together: what is made of them is several times as large. */
const BYTES_PER_PIECE = 65_536;

interface Section {
  readonly bytes: Uint8Array;
  /** Of the whole file. */
  readonly size: number;
  /** Which content the key stood for, as the service tells contents apart. */
  readonly entityTag?: string;
}

const EMPTY: Section = { bytes: new Uint8Array(0), size: 0 };

/** Reads files in sections, so that it keeps neither more than one of them nor a connection while others work. */
export class S3UploadedFiles implements UploadedFiles {
  public constructor(
    private readonly client: S3Client,
    private readonly bucketName: string,
    private readonly bytesPerRequest = BYTES_PER_REQUEST,
  ) {}

  public async open(key: string): Promise<AsyncIterable<Uint8Array> | undefined> {
    try {
      return this.pieces(key, await this.section(key, 0));
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  public async remove(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.bucketName, Key: key }));
  }

  private async *pieces(key: string, first: Section): AsyncGenerator<Uint8Array> {
    yield* piecesOf(first);
    for (let read = first.bytes.length; read < first.size;) {
      const section = await this.section(key, read, first.entityTag);
      yield* piecesOf(section);
      read += section.bytes.length;
    }
  }

  /** A file that was replaced since its first section was read refuses `entityTag`. */
  private async section(key: string, start: number, entityTag?: string): Promise<Section> {
    try {
      const { Body, ContentRange, ETag } = await this.client.send(
        new GetObjectCommand({
          Bucket: this.bucketName,
          Key: key,
          Range: `bytes=${start}-${start + this.bytesPerRequest - 1}`,
          IfMatch: entityTag,
        }),
      );
      return { bytes: await Body!.transformToByteArray(), size: sizeIn(ContentRange, key), entityTag: ETag };
    } catch (error) {
      // No range of an empty file can be asked for.
      if (start === 0 && (error as Error).name === 'InvalidRange') return EMPTY;
      throw error;
    }
  }
}

/** What stands behind the slash of `bytes 0-99/1234`. */
function sizeIn(contentRange: string | undefined, key: string): number {
  const size = Number(/\/(\d+)$/.exec(contentRange ?? '')?.[1]);
  if (Number.isNaN(size)) throw new Error(`the answer about ${key} does not say how large it is: ${contentRange}`);
  return size;
}

function* piecesOf({ bytes }: Section): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += BYTES_PER_PIECE) {
    yield bytes.subarray(start, start + BYTES_PER_PIECE);
  }
}
