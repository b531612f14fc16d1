import { sampleEnvironment } from './sample-environment';
import { consolePage, eventsPage } from '../../../local/edge/console';

const environment = sampleEnvironment('http://127.0.0.1:4700', 'https://127.0.0.1:5000');
const quiet = { environment, running: [], problems: [] };

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
    const page = consolePage({ ...quiet, problems: ['function X failed: <img src=x>'] });

    expect(page).toContain('pass&lt;word&gt;');
    expect(page).toContain('function X failed: &lt;img src=x&gt;');
  });

  test('says so when nothing happened yet', () => {
    const page = consolePage(quiet);

    expect(page).toContain('No function is running.');
    expect(page).toContain('No denied call and no failed function.');
  });

  test('shows what runs, and since when', () => {
    const page = consolePage({ ...quiet, running: [{ label: 'LicenseIngest', requestId: 'request-1', since: 0 }] });

    expect(page).toMatch(/<td>LicenseIngest<\/td><td>1970-01-01T00:00:00\.000Z<\/td><td><code>request-1<\/code><\/td>/);
  });

  test('can be read by machines that read it aloud', () => {
    const page = consolePage(quiet);

    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<th scope="col">');
    expect(page.match(/<table>/g)).toHaveLength(page.match(/<caption>/g)!.length);
  });
});

describe('the page of events', () => {
  test('shows each with its detail, as text', () => {
    const detail = { name: '</pre><script>' };

    const page = eventsPage([{ id: '1', time: 't', type: '<b>', source: 's', detail }]);

    expect(page).toContain('<td>&lt;b&gt;</td>');
    expect(page).toContain('&quot;name&quot;: &quot;&lt;/pre&gt;&lt;script&gt;&quot;');
    expect(page).toContain('The last 1 events');
  });

  test('says so when there are none', () => {
    expect(eventsPage([])).toContain('No event was published yet.');
  });
});
