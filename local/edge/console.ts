import type { LocalEnvironment, StaffUser } from '../environment';
import { html, Html, page, table } from './html';
import type { DeadLetter, Mail } from '../observe/emulator-pages';
import type { BusEvent } from '../observe/event-tap';

export interface ConsoleFacts {
  readonly environment: LocalEnvironment;
  readonly events: readonly BusEvent[];
  readonly deadLetters: readonly DeadLetter[];
  /** Denied calls and failed invocations, latest first. */
  readonly problems: readonly string[];
}

/** The page at `/`: what runs, where, who can sign in, and what happened. */
export function consolePage({ environment, events, deadLetters, problems }: ConsoleFacts): string {
  return page(
    'Local run',
    html`<h2>Addresses</h2>
      ${addresses(environment)}
      <h2>Sign-in</h2>
      ${staffUsers(environment.staffUsers)} ${machineClients(environment)}
      <h2>Recent events</h2>
      ${recentEvents(events)}
      <h2>Dead letters</h2>
      ${deadLetterTable(deadLetters)}
      <h2>Problems</h2>
      ${problemList(problems)}`,
  );
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
  return page('Mailbox', mails.length > 0 ? html`${shown}` : html`<p>No mail was sent yet.</p>`);
}

function addresses({ apis, auth, emulator, handlers, account, region }: LocalEnvironment): Html {
  const rows = [
    ...Object.entries(apis).map(([name, url]) => [`${name} API`, code(url)]),
    ...Object.entries(auth).map(([name, { url, userPoolId }]) => [
      `${name} sign-in`,
      html`${code(url)} (pool ${userPoolId})`,
    ]),
    ['AWS services', html`${code(emulator.endpoint)} (account ${account}, region ${region})`],
    ['Logs of functions', code(handlers.logs)],
  ];
  return table({ caption: 'Everything answers on this machine only', columns: ['What', 'Where'], rows, empty: '' });
}

function staffUsers(users: readonly StaffUser[]): Html {
  const rows = users.map((user) => [user.role, code(user.email), code(user.password), user.mfa, permissionsOf(user)]);
  const columns = ['Role', 'E-mail', 'Password', 'Second factor', 'Permissions'];
  return table({ caption: 'Staff users', columns, rows, empty: 'No staff user is seeded.' });
}

function permissionsOf({ compact, compactActions, jurisdictionActions }: StaffUser): string {
  const jurisdictions = Object.entries(jurisdictionActions);
  return [
    `${compact}: ${['read', ...compactActions].join(', ')}`,
    ...jurisdictions.map(([jurisdiction, actions]) => `${jurisdiction}: ${actions.join(', ')}`),
  ].join('; ');
}

function machineClients({ machineClients: clients }: LocalEnvironment): Html {
  const rows = Object.values(clients).map(({ name, clientId, clientSecret, scopes }) => [
    name,
    code(clientId),
    code(clientSecret),
    scopes.join(' '),
  ]);
  return table({ caption: 'Machine clients', columns: ['Name', 'Id', 'Secret', 'Scopes'], rows, empty: '' });
}

function recentEvents(events: readonly BusEvent[]): Html {
  const rows = events.map(({ time, type, source, detail }) => [
    time,
    type,
    source,
    html`<details>
      <summary>Detail</summary>
      <pre>${JSON.stringify(detail, undefined, 2)}</pre>
    </details>`,
  ]);
  const columns = ['Time', 'Type', 'Source', 'Detail'];
  return table({ caption: 'On the event buses, latest first', columns, rows, empty: 'No event was published yet.' });
}

function deadLetterTable(letters: readonly DeadLetter[]): Html {
  const rows = letters.map(({ queue, messageId, receives, body }) => [
    queue,
    messageId,
    receives,
    html`<pre>${body}</pre>`,
  ]);
  const columns = ['Queue', 'Message', 'Receives', 'Body'];
  return table({ caption: 'Messages that nobody could process', columns, rows, empty: 'No dead letters.' });
}

function problemList(problems: readonly string[]): Html {
  if (problems.length === 0) return html`<p>No denied call and no failed function.</p>`;
  return html`<ul>
    ${problems.map((line) => html`<li><code>${line}</code></li>`)}
  </ul>`;
}

function code(text: string): Html {
  return html`<code>${text}</code>`;
}
