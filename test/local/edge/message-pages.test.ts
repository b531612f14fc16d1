import { deadLettersPage, mailboxPage } from '../../../local/edge/message-pages';

const QUEUES = [
  { name: 'IngestQueue/DeadLetterQueue', url: 'https://queues/a?x="1"', sources: ['https://queues/b'] },
  { name: 'OtherQueue/DeadLetterQueue', url: 'https://queues/c', sources: ['https://queues/d'] },
];

describe('the page of dead letters', () => {
  test('shows bodies as text, with a button for the queue that has some', () => {
    const letters = [{ queue: QUEUES[0].name, messageId: 'm-1', body: '{"bad":"<b>"}', receives: 3 }];

    const page = deadLettersPage(QUEUES, letters);

    expect(page).toContain('<td>m-1</td><td>3</td>');
    expect(page).toContain('{&quot;bad&quot;:&quot;&lt;b&gt;&quot;}');
    expect(page).toContain('value="https://queues/a?x=&quot;1&quot;"');
    expect(page.match(/<button[^>]*>Try 1 again<\/button>/g)).toHaveLength(1);
  });

  test('says of each queue without any that there are none', () => {
    expect(deadLettersPage(QUEUES, []).match(/No dead letters\./g)).toHaveLength(2);
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
