import { analysis, DATA_ACCOUNT, escapedAnalysis, facts, finding, report, reportInput, stack } from './made-up-report';
import type { ReportInput } from '../../src/report/build/security-report';
import { escapeHtml, html, Markup } from '../../src/report/html/markup';
import { htmlReport } from '../../src/report/writers/html';

function page(members: Partial<ReportInput> = {}): string {
  return htmlReport(report(members));
}

/** Text of the page as somebody reads it, on one line. */
function readable(members: Partial<ReportInput> = {}): string {
  return page(members)
    .replace(/<(style|script)>.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('whatever comes from an app is text', () => {
  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['</script><img src=x onerror=alert(1)>', '&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;'],
    ['" onmouseover="x', '&quot; onmouseover=&quot;x'],
    ["' onmouseover='x", '&#39; onmouseover=&#39;x'],
    ['&lt;', '&amp;lt;'],
    ['a\u0000b\u001Bc', 'a\uFFFDb\uFFFDc'],
    ['tabs\tand\nlines', 'tabs\tand\nlines'],
  ])('%j is written as %j', (text, escaped) => {
    expect(escapeHtml(text)).toBe(escaped);
    expect(html`<p title="${text}">${[text]}</p>`.text).toBe(`<p title="${escaped}">${escaped}</p>`);
  });

  const HOSTILE = '</script><img src=x onerror=alert(1)>"\'&';

  test('on the whole page, wherever it stands', () => {
    const hostile = replaced(reportInput({ boundaries: [analysis(), escapedAnalysis()] }), HOSTILE);
    const text = page(hostile);

    expect(text.match(/<script>/g)).toHaveLength(1);
    expect(text.match(/<\/script>/g)).toHaveLength(1);
    expect(text).not.toContain('<img');
    expect(text.split('&lt;img src=x').length).toBeGreaterThan(50);
  });

  /** The input with `added` at the end of every text that people see; numbers, days and enumerations stay. */
  function replaced(input: ReportInput, added: string): ReportInput {
    const closed = new Set(['today', 'severity', 'kind', 'level', 'effect', 'boundary', 'expires', 'operator']);
    const change = (value: unknown, key = ''): unknown => {
      if (typeof value === 'string') return closed.has(key) ? value : value + added;
      if (Array.isArray(value)) return value.map((item) => change(item, key));
      if (value instanceof Map || typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, change(member, name)]));
    };
    const { actions, ...others } = input;
    return { ...(change(others) as ReportInput), actions };
  }
});

test('only marked up pieces stay what they are, and nothing leaves no trace', () => {
  expect(html`${new Markup('<b>')}${undefined}${false}${0}${['<', html`<i></i>`]}`.text).toBe('<b>0&lt;<i></i>');
});

test('nothing is loaded from anywhere', () => {
  const text = page();

  expect(text).not.toMatch(/\b(?:src|href)="(?!#)/);
  expect(text).not.toMatch(/url\((?!#)|@import/);
  expect(text).toContain('default-src &#39;none&#39;; style-src &#39;sha256-');
});

test('every link leads to a place of the page, and no two places have one name', () => {
  const text = page();
  const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  const targets = [...text.matchAll(/href="#([^"]*)"/g)].map(([, target]) => target);

  expect(new Set(ids).size).toBe(ids.length);
  expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
});

test('the summary says first what a reviewer has to know', () => {
  const text = readable();

  expect(text).toContain('3 stacks with 5 resources in 2 accounts (111100001111 and 222200002222).');
  expect(text).toContain('1 open finding of rule packs: 1 error; 2 findings are acknowledged.');
  expect(text).toContain('1 acknowledgement has expired.');
  expect(text).toContain('1 acknowledgement expires within 90 days.');
  expect(text).toContain('The fullest boundary has 2,566 characters left.');
});

describe('boundaries', () => {
  test('that nobody analysed are not called proved', () => {
    const text = readable({ boundaries: [] });

    expect(text).toContain('Nobody analysed the boundaries of these places: nothing is proved about them.');
    expect(text).toContain(`${DATA_ACCOUNT}/us-east-1`);
    expect(text).not.toContain('closed');
  });

  test('that have a way out show it step by step', () => {
    const text = readable({ boundaries: [escapedAnalysis()] });

    expect(text).toContain('There is a way out of the boundary in 1 place: 111100001111/us-east-1.');
    expect(text).toMatch(/take its own boundary off\. call iam:DeleteRolePermissionsBoundary on the role attach Adm/);
    expect(text).toContain('Remedy: Deny iam:DeleteRolePermissionsBoundary.');
  });

  test('that are tight show what closes the ways out', () => {
    expect(readable()).toMatch(/edit the boundary nothing allows iam:CreatePolicyVersion the statement Keep denies it/);
  });

  test('in which no way out was looked for are not called proved', () => {
    expect(readable({ boundaries: [analysis({ closedPaths: [] })] })).toContain('Nobody looked for a way beyond');
  });
});

test('an app without anything to report has a page too', () => {
  const text = readable({ assembly: { facts: facts({ stacks: [stack('Empty')] }), identities: [] }, boundaries: [] });

  expect(text).toContain('No rule pack has an open finding; no findings are acknowledged.');
  expect(text).toContain('No role of the app can be taken on by anybody.');
});

test('gaps are said', () => {
  const text = readable({
    assembly: { facts: facts({ gaps: ['the template x is broken'] }), identities: [], gaps: ['a policy is unknown'] },
  });

  expect(text).toContain('This report has 2 gaps: see what could not be read.');
  expect(text).toContain('What could not be read the template x is broken a policy is unknown');
});

test('a finding says where it is and links to its rule', () => {
  const text = page({
    assembly: {
      facts: facts({ stacks: [stack('Prod/Data')], findings: [finding('Pack-R1[x]', 'Prod/Data/Q')] }),
      identities: [],
    },
  });

  expect(text).toMatch(/<a\s+href="#rule-Pack-R1"\s*><code>Pack-R1\[x\]<\/code><\/a/);
  expect(text).toMatch(/data-severity="error"\s+data-state="open"\s+data-source="Pack"\s+data-account="111100001111"/);
});
