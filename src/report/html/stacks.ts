import { code, path, Section } from './parts';
import { table } from './table';
import type { SecurityReport } from '../model';
import { numberText } from '../wording/counts';

export function stacksSection({ stacks }: SecurityReport): Section {
  return {
    id: 'stacks',
    heading: 'Stacks',
    count: stacks.length,
    content: table({
      id: 'stacks-table',
      caption: 'Stacks of all stages and accounts',
      columns: [
        { heading: 'Stack' },
        { heading: 'Name' },
        { heading: 'Account' },
        { heading: 'Region' },
        { heading: 'Resources', kind: 'number' },
        { heading: 'Template' },
      ],
      rows: stacks.map(({ path: place, name, account, region, resources, template }) => ({
        cells: [
          path(place),
          name,
          account ?? 'not stated',
          region ?? 'not stated',
          numberText(resources),
          code(template),
        ],
      })),
    }),
  };
}
