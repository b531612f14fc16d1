import { CONSOLE_PATHS } from './routes';

/**
 * Script of every console page: when the run says that something happened, it fetches the page again and replaces the
 * parts that changed. What was open stays open, and the focus stays where it was. People can switch it off.
 */
export const LIVE_SCRIPT = `'use strict';
const switches = document.querySelector('#updates');
const wanted = switches.querySelector('input');
const texts = new Map([...document.querySelectorAll('[data-live]')].map((part) => [part.id, part.innerHTML]));
let isBusy = false;
let changes;

function replace(part, fresh) {
  const open = [...part.querySelectorAll('details[open]')].map(({ id }) => id);
  const focused = part.contains(document.activeElement) ? document.activeElement.id : '';
  part.replaceChildren(...fresh.childNodes);
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  if (focused) document.getElementById(focused)?.focus();
}

async function update() {
  if (isBusy) return;
  isBusy = true;
  try {
    const answer = await fetch(location.href);
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of document.querySelectorAll('[data-live]')) {
      const now = fresh.getElementById(part.id);
      if (!now || texts.get(part.id) === now.innerHTML) continue;
      texts.set(part.id, now.innerHTML);
      replace(part, now);
    }
  } finally {
    isBusy = false;
  }
}

// A browser has few connections to one address: pages that nobody looks at must not hold one.
function follow() {
  changes?.close();
  changes = undefined;
  if (!wanted.checked || document.hidden) return;
  changes = new EventSource('${CONSOLE_PATHS.changes}');
  changes.addEventListener('changed', update);
  changes.addEventListener('open', update);
}

if (texts.size > 0) {
  switches.hidden = false;
  wanted.addEventListener('change', follow);
  document.addEventListener('visibilitychange', follow);
  follow();
}
`;
