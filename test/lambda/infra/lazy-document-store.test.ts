import type { DocumentStore } from '../../../lambda/app/ports';
import { LazyDocumentStore } from '../../../lambda/infra/lazy-document-store';

function lazyStore() {
  const done: string[] = [];
  const store: DocumentStore = {
    copy: async (from, to) => void done.push(`copy ${from} to ${to}`),
    remove: async (key) => void done.push(`remove ${key}`),
  };
  const load = async () => {
    done.push('load');
    return store;
  };
  return { documents: new LazyDocumentStore(load), done };
}

test('the store is loaded with the first document, not before', async () => {
  const { documents, done } = lazyStore();
  expect(done).toEqual([]);

  await documents.copy('a', 'b');

  expect(done).toEqual(['load', 'copy a to b']);
});

test('the store is loaded once, also for documents that come together', async () => {
  const { documents, done } = lazyStore();

  await Promise.all([documents.copy('a', 'b'), documents.copy('c', 'd')]);
  await documents.remove('a');

  expect(done).toEqual(['load', 'copy a to b', 'copy c to d', 'remove a']);
});
