import type { LocalEnvironment, StaffUser } from '../environment';
import { code, folded, html, Html, live, table } from './html';
import { page } from './page';
import type { RunningFunction } from '../handlers/runner';
import type { BusEvent } from '../observe/event-log';

export interface ConsoleFacts {
  readonly environment: LocalEnvironment;
  readonly running: readonly RunningFunction[];
  /** Denied calls and failed invocations, latest first. */
  readonly problems: readonly string[];
}

/** The page at `/`: what runs, where, who can sign in, and what went wrong. */
export function consolePage({ environment, running, problems }: ConsoleFacts): string {
  return page(
    'Local run',
    html`<h2>Running functions</h2>
      ${live('running', runningFunctions(running))}
      <h2>Problems</h2>
      ${live('problems', problemList(problems))}
      <h2>Addresses</h2>
      ${addresses(environment)}
      <h2>Sign-in</h2>
      ${staffUsers(environment.staffUsers)} ${machineClients(environment)}`,
  );
}

/** The page of what was published on the event buses. */
export function eventsPage(events: readonly BusEvent[]): string {
  const rows = events.map(({ id, time, type, source, detail }) => [
    time,
    type,
    source,
    folded(`event-${id}`, 'Detail', JSON.stringify(detail, undefined, 2)),
  ]);
  const columns = ['Time', 'Type', 'Source', 'Detail'];
  const caption = `The last ${rows.length} events on the event buses, latest first`;
  return page('Events', live('events', table({ caption, columns, rows, empty: 'No event was published yet.' })));
}

function runningFunctions(running: readonly RunningFunction[]): Html {
  const rows = running.map(({ label, since, requestId }) => [label, new Date(since).toISOString(), code(requestId)]);
  const columns = ['Function', 'Since', 'Request'];
  return table({ caption: 'Invocations that have not ended', columns, rows, empty: 'No function is running.' });
}

function problemList(problems: readonly string[]): Html {
  if (problems.length === 0) return html`<p>No denied call and no failed function.</p>`;
  return html`<ul>
    ${problems.map((line) => html`<li><code>${line}</code></li>`)}
  </ul>`;
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
