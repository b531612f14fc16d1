import { answerAction, FlowAnswer } from './flow-actions';
import { FlowTable } from './flow-table';
import { itemFrom } from '../dynamo-json';
import { compared, Suite } from '../suite';
import type { Vector } from '../vectors';

/** What boards, administrators, practitioners and listeners do to the records of one provider, one after another. */
export const flowsSuite: Suite = {
  file: 'flows.json',
  answerWith: (vectors) => {
    const base = vectors.find(isData)?.expect;
    return (vector) =>
      isData(vector) ? { kind: 'data' } : compared(expectedOf(vector.expect), answer(vector.given, base));
  },
};

function isData({ name }: Vector): boolean {
  return name.startsWith('records: ');
}

function expectedOf({ actions }: any) {
  return {
    actions: actions.map(({ newItems, modifiedItems, ...answered }: any) => ({
      ...answered,
      newItems: byKey(newItems.map(itemFrom)),
      modifiedItems: byKey(
        modifiedItems.map(({ set, removed, ...key }: any) => ({ ...key, set: itemFrom(set), removed })),
      ),
    })),
  };
}

function byKey(items: readonly any[]): Record<string, any> {
  return Object.fromEntries(items.map((item) => [`${item.pk} ${item.sk}`, item]));
}

function answer(given: any, { items, liveJurisdictions, staffUser }: any) {
  const table = new FlowTable(editedItems(items, given.edits).map(itemFrom));
  const newIds = [...given.newIds];
  const newId = () => newIds.shift();
  return {
    actions: given.actions.map((action: any) => {
      const before = table.snapshot();
      const answered: FlowAnswer = answerAction({ ...given, ...action, liveJurisdictions, staffUser, newId }, table);
      return { ...answered, ...table.changesSince(before) };
    }),
  };
}

/** The base items with attributes replaced or, where null, removed; an unknown name is a further item. */
function editedItems(items: any, edits: any): any[] {
  const names = [...new Set([...Object.keys(items), ...Object.keys(edits)])].filter((name) => edits[name] !== null);
  return names.map((name) => {
    const attributes = Object.entries({ ...items[name], ...edits[name] });
    return Object.fromEntries(attributes.filter(([, value]) => value !== null));
  });
}
