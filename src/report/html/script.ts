/**
 * Filters the table of findings and shows it in parts: thousands of rows at once make a browser slow. Without it, the
 * page shows every row. Printing shows every row that the filter leaves.
 */
export const SCRIPT = `
(() => {
  'use strict';
  const table = document.getElementById('findings-table');
  if (!table) return;
  const PART = 200;
  const rows = [...table.tBodies[0].rows];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const controls = ['text', 'severity', 'state', 'source', 'account'].map((name) => document.getElementById('filter-' + name));
  const [text, ...choices] = controls;
  const status = document.getElementById('filter-status');
  const more = document.getElementById('findings-more');
  const shown = new Set(rows);
  let matching = rows;
  let wanted = PART;

  const show = (count) => {
    const next = new Set(matching.slice(0, count));
    for (const row of shown) if (!next.has(row)) { row.hidden = true; shown.delete(row); }
    for (const row of next) if (!shown.has(row)) { row.hidden = false; shown.add(row); }
    more.hidden = next.size === matching.length;
    const number = (value) => value.toLocaleString('en-US');
    status.textContent = matching.length === 0
      ? 'No finding matches.'
      : 'Showing ' + number(next.size) + ' of ' + number(matching.length) + ' findings' +
        (matching.length < rows.length ? ' that match, of ' + number(rows.length) + ' in all.' : '.');
  };

  const filter = () => {
    const words = text.value.toLowerCase().split(/\\s+/).filter(Boolean);
    matching = rows.filter((row, index) =>
      choices.every((choice) => !choice || choice.value === '' || row.dataset[choice.dataset.key] === choice.value) &&
      words.every((word) => texts[index].includes(word)));
    wanted = PART;
    show(wanted);
  };

  controls.forEach((control) => control && control.addEventListener('input', filter));
  more.addEventListener('click', () => {
    const first = matching[wanted];
    wanted += PART;
    show(wanted);
    if (first) { first.tabIndex = -1; first.focus(); }
  });
  addEventListener('beforeprint', () => show(matching.length));
  addEventListener('afterprint', () => show(wanted));
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let part = target.closest('details'); part; part = part.parentElement.closest('details')) part.open = true;
    if (rows.includes(target) && target.hidden) {
      controls.forEach((control) => { if (control) control.value = ''; });
      filter();
      wanted = rows.indexOf(target) + PART;
      show(wanted);
    }
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  document.getElementById('findings-filter').hidden = false;
  filter();
  reveal();
})();
`;
