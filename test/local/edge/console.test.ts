import { sampleEnvironment } from './sample-environment';
import { consolePage, mailboxPage } from '../../../local/edge/console';

const environment = sampleEnvironment('http://127.0.0.1:4700', 'https://127.0.0.1:5000');
const quiet = { environment, events: [], deadLetters: [], problems: [] };

describe('the console page', () => {
  test('shows where everything answers and who can sign in', () => {
    const page = consolePage(quiet);

    expect(page).toContain('http://127.0.0.1:4700/state-api');
    expect(page).toContain('http://127.0.0.1:4700/auth/staff');
    expect(page).toContain('https://127.0.0.1:5000');
    expect(page).toContain('staff@example.org');
    expect(page).toContain('aslp: read; oh: write');
    expect(page).toContain('upload-secret');
    expect(page).toContain('not enrolled');
  });

  test('shows text of others as text', () => {
    const events = [{ time: 't', type: '<b>', source: 's', detail: { name: '</pre><script>' } }];

    const page = consolePage({ ...quiet, events, problems: ['function X failed: <img src=x>'] });

    expect(page).toContain('pass&lt;word&gt;');
    expect(page).toContain('<td>&lt;b&gt;</td>');
    expect(page).not.toContain('<script>');
    expect(page).not.toContain('<img');
  });

  test('says so when nothing happened yet', () => {
    const page = consolePage(quiet);

    expect(page).toContain('No event was published yet.');
    expect(page).toContain('No dead letters.');
    expect(page).toContain('No denied call and no failed function.');
  });

  test('shows dead letters with their queue', () => {
    const deadLetters = [{ queue: 'IngestDLQ', messageId: 'm-1', body: '{"bad":true}', receives: 3 }];

    expect(consolePage({ ...quiet, deadLetters })).toContain('<td>IngestDLQ</td><td>m-1</td><td>3</td>');
  });

  test('can be read by machines that read it aloud', () => {
    const page = consolePage(quiet);

    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<th scope="col">');
    expect(page.match(/<table>/g)).toHaveLength(page.match(/<caption>/g)!.length);
  });
});

describe('the mailbox page', () => {
  const mail = { id: '1', from: 'a@example.org', to: ['b@example.org'], subject: 'Hello', text: 'text', time: 't' };

  test('shows the HTML of a mail in a frame that runs nothing', () => {
    const page = mailboxPage([{ ...mail, html: '<script>alert("x")</script>' }]);

    expect(page).toContain('<iframe sandbox title="Hello" srcdoc="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;">');
  });

  test('shows a mail of text only as text', () => {
    expect(mailboxPage([mail])).toContain('<pre>text</pre>');
  });
});
