import { itemsPage, tablesPage } from '../../../local/edge/table-pages';

const item = { pk: 'aslp#PROVIDER#1', sk: 'aslp#PROVIDER', name: '<b>', states: new Set(['oh', 'ky']) };
const SHOWN = {
  items: [{ id: 'a1', key: `${item.pk} ${item.sk}`, type: 'provider', time: '2026-01-01T00:00:00+00:00', item }],
  number: 2,
  pages: 3,
  total: 101,
  isComplete: true,
  search: '',
};

test('the page of tables leads to each, with its number of items', () => {
  const page = tablesPage([{ id: 'UsersTable', name: 'users-x1', items: 2 }]);

  expect(page).toContain('<a href="/tables/UsersTable">UsersTable</a></td><td><code>users-x1</code></td><td>2</td>');
});

describe('the page of a table', () => {
  test('shows items as text, sets as lists', () => {
    const page = itemsPage('ProviderTable', SHOWN);

    expect(page).toContain('<code>aslp#PROVIDER#1 aslp#PROVIDER</code>');
    expect(page).toContain('&quot;name&quot;: &quot;&lt;b&gt;&quot;');
    expect(page).toMatch(/&quot;states&quot;: \[\s+&quot;oh&quot;,\s+&quot;ky&quot;\s+\]/);
    expect(page).toContain('101 items, newest first, page 2 of 3');
  });

  test('leads to the pages before and after, with the same search', () => {
    const page = itemsPage('ProviderTable', { ...SHOWN, search: 'a&b' });

    expect(page).toContain('href="?search=a%26b&amp;page=1">Newer</a>');
    expect(page).toContain('href="?search=a%26b&amp;page=3">Older</a>');
    expect(page).toContain('101 items that contain “a&amp;b”');
  });

  test('leads nowhere where there is one page', () => {
    expect(itemsPage('ProviderTable', { ...SHOWN, number: 1, pages: 1 })).not.toMatch(/Newer|Older/);
  });

  test('says that not everything was looked at', () => {
    expect(itemsPage('ProviderTable', { ...SHOWN, isComplete: false })).toContain('101 or more items');
  });

  test('warns of social security numbers in the table that has them only', () => {
    const warning = /In an account only named functions can read this table/;

    expect(itemsPage('SsnTable', SHOWN)).toMatch(warning);
    expect(itemsPage('ProviderTable', SHOWN)).not.toMatch(warning);
  });
});
