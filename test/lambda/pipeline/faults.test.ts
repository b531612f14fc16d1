import fc from 'fast-check';
import { Fault, FAULT_KINDS } from './fault';
import { Run, runScenario } from './scenario';

describe('the pipeline from uploaded files to published events', () => {
  let undisturbed: Run;

  beforeAll(async () => {
    undisturbed = await runScenario();
  });

  test('leaves what it should where nothing goes wrong', () => {
    const { outcome, left } = undisturbed;
    const types = outcome.records.map((record) => JSON.parse(record).type).sort();

    expect(types).toEqual([
      ...Array(5).fill('license'),
      ...Array(3).fill('licenseUpdate'),
      'militaryAffiliation',
      'privilege',
      'privilegeUpdate',
      ...Array(4).fill('provider'),
      'providerUpdate',
    ]);
    expect(outcome.deadLetters).toHaveLength(2);
    expect(outcome.numbers).toHaveLength(5);
    expect(outcome.events.filter((event) => event.includes('license.validation-error'))).toHaveLength(2);
    expect(outcome.events.filter((event) => event.includes('"license.deactivation"'))).toHaveLength(2);
    expect(outcome.documents).toEqual([expect.stringContaining('provider of 222-33-0005')]);
    expect(outcome.files).toEqual([]);
    expect(left).toBe(0);
  });

  test.each(FAULT_KINDS)('comes to the same in the end when it is %s at any of its calls', async (kind) => {
    for (const call of undisturbed.calls.keys()) {
      const fault: Fault = { call: call + 1, kind };

      const { outcome, left } = await runScenario(fault);

      expect({ fault, left, outcome }).toEqual({ fault, left: 0, outcome: undisturbed.outcome });
    }
  });

  test('comes to the same where two things go wrong', async () => {
    const { calls, outcome } = undisturbed;
    const fault = fc.record({ call: fc.integer({ min: 1, max: calls.length }), kind: fc.constantFrom(...FAULT_KINDS) });
    await fc.assert(
      fc.asyncProperty(fault, fault, async (one, other) => {
        const disturbed = await runScenario(one, other);

        expect(disturbed).toMatchObject({ left: 0, outcome });
      }),
      { numRuns: 100 },
    );
  });

  test('all kinds of calls were among those that went wrong', () => {
    expect(new Set(undisturbed.calls)).toEqual(
      new Set([
        'DynamoDB PutCommand',
        'DynamoDB QueryCommand',
        'DynamoDB TransactWriteCommand',
        'DynamoDB DeleteCommand',
        'EventBridge PutEventsCommand',
        'S3 GetObjectCommand',
        'S3 HeadObjectCommand',
        'SQS SendMessageBatchCommand',
        'S3 CopyObjectCommand',
        'S3 DeleteObjectCommand',
      ]),
    );
    // Every one of them is disturbed in every way by the tests above.
    console.info(`${undisturbed.calls.length} calls, ${undisturbed.calls.length * FAULT_KINDS.length} disturbed runs`);
  });
});
