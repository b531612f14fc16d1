import { folded, html, live, table } from './html';
import { page } from './page';
import { CONSOLE_PATHS } from './routes';
import type { DeadLetterQueue } from '../deploy/discover';
import type { DeadLetter, Mail } from '../observe/emulator-pages';

/** The page of messages that no function could process, with a way to let them be tried again. */
export function deadLettersPage(queues: readonly DeadLetterQueue[], letters: readonly DeadLetter[]): string {
  const parts = queues.map(({ name, url }) => {
    const own = letters.filter(({ queue }) => queue === name);
    const rows = own.map(({ messageId, receives, body }) => [
      messageId,
      receives,
      folded(`letter-${messageId}`, 'Body', body),
    ]);
    const again = html`<form method="post" action="${CONSOLE_PATHS.deadLetters}">
      <input type="hidden" name="queue" value="${url}" />
      <button id="again-${name}">Try ${rows.length} again</button>
    </form>`;
    return html`<h2>${name}</h2>
      ${table({ caption: 'Messages, oldest first', columns: ['Message', 'Receives', 'Body'], rows, empty: 'No dead letters.' })}
      ${rows.length > 0 ? again : undefined}`;
  });
  return page('Dead letters', live('letters', html`${parts}`));
}

export function mailboxPage(mails: readonly Mail[]): string {
  const shown = mails.map(
    (mail) =>
      html`<article>
        <h2>${mail.subject}</h2>
        <p>${mail.time} · from ${mail.from} · to ${mail.to.join(', ')}</p>
        ${mail.html ? html`<iframe sandbox title="${mail.subject}" srcdoc="${mail.html}"></iframe>` : html`<pre>${mail.text}</pre>`}
      </article>`,
  );
  return page('Mailbox', live('mails', mails.length > 0 ? html`${shown}` : html`<p>No mail was sent yet.</p>`));
}
