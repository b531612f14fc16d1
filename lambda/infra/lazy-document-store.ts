import type { DocumentStore } from '../app/ports';

/** Loads the store of documents with the first document, for functions whose events seldom concern one. */
export class LazyDocumentStore implements DocumentStore {
  private store: Promise<DocumentStore> | undefined;

  public constructor(private readonly load: () => Promise<DocumentStore>) {}

  public async copy(from: string, to: string): Promise<void> {
    const store = await this.loaded();
    await store.copy(from, to);
  }

  public async remove(key: string): Promise<void> {
    const store = await this.loaded();
    await store.remove(key);
  }

  private loaded(): Promise<DocumentStore> {
    return (this.store ??= this.load());
  }
}
