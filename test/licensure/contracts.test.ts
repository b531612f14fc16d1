import { sandboxSettings } from './backend-settings';
import { ResourceLabels } from './resource-labels';
import { allResources, Part, PARTS, Resource, resourcesOf, StackJson, synthesize } from './synthesized';
import { BucketContract, BUCKETS } from '../../src/core/contracts/buckets';
import { FunctionContract, FUNCTIONS, Trigger } from '../../src/core/contracts/functions';
import { QueueContract, QUEUES } from '../../src/core/contracts/queues';
import { API_NAMES, RouteContract, ROUTES } from '../../src/core/contracts/routes';
import { TableContract, TABLES } from '../../src/core/contracts/tables';

const stacks = synthesize(sandboxSettings());
const labels = new ResourceLabels(stacks);
const functions = Object.values<FunctionContract>(FUNCTIONS);

test.each(Object.values<TableContract>(TABLES))(
  'table $id is made once, with the keys and indexes of its contract',
  (contract) => {
    const made = resourcesOf(stacks.data, 'AWS::DynamoDB::Table').filter(([id]) => id.startsWith(contract.constructId));

    expect(made).toHaveLength(1);
    const { Properties } = made[0][1];
    expect(keysOf(Properties)).toEqual(['pk', 'sk']);
    const indexes = ((Properties.GlobalSecondaryIndexes ?? []) as Record<string, any>[]).map((index) => ({
      name: index.IndexName,
      keys: keysOf(index),
      projection: index.Projection.NonKeyAttributes ?? 'all',
    }));
    expect(indexes).toEqual(
      contract.indexes.map(({ name, partitionKey, sortKey, projection }) => ({
        name,
        keys: sortKey ? [partitionKey, sortKey] : [partitionKey],
        projection,
      })),
    );
  },
);

function keysOf({ KeySchema }: Record<string, any>): string[] {
  return KeySchema.map(({ AttributeName }: { AttributeName: string }) => AttributeName);
}

test.each(Object.values<QueueContract>(QUEUES))(
  'queue $id is made once, with times and receives of its contract',
  (contract) => {
    const made = allResources(stacks, 'AWS::SQS::Queue').filter(
      ([id, { Properties }]) => id.startsWith(`${contract.constructId}Queue`) && Properties.RedrivePolicy,
    );

    expect(made).toHaveLength(1);
    expect(made[0][1].Properties).toMatchObject({
      VisibilityTimeout: contract.visibilitySeconds,
      MessageRetentionPeriod: contract.retentionHours * 3600,
      RedrivePolicy: { maxReceiveCount: contract.maxReceives },
    });
  },
);

test.each(Object.values<BucketContract>(BUCKETS))(
  'bucket $id is made once, with the key of its contract',
  (contract) => {
    const made = resourcesOf(stacks.data, 'AWS::S3::Bucket').filter(([id]) => id.startsWith(contract.constructId));

    expect(made).toHaveLength(1);
    const [encryption] = made[0][1].Properties.BucketEncryption.ServerSideEncryptionConfiguration;
    expect(encryption.ServerSideEncryptionByDefault.SSEAlgorithm).toBe('aws:kms');
    expect(labels.of('data', encryption.ServerSideEncryptionByDefault.KMSMasterKeyID)).toBe(
      `key ${contract.encryption}`,
    );
  },
);

test.each(functions)(
  'function $id is made once for each API that it serves, else once, from its contract',
  (contract) => {
    const apis = new Set(
      Object.values<RouteContract>(ROUTES).flatMap((route) => (route.function === contract.id ? route.api : [])),
    );
    const made = functionsOf(contract);

    expect(made).toHaveLength(Math.max(1, apis.size));
    for (const [, { Properties }] of made) {
      expect(Properties).toMatchObject({
        Description: contract.description,
        MemorySize: contract.memoryMegabytes,
        Timeout: contract.timeoutSeconds,
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
      });
    }
  },
);

test.each(functions)('function $id gets the common variables and exactly those of its contract', (contract) => {
  const common = ['ALLOWED_ORIGINS', 'COMPACTS', 'DEBUG', 'ENVIRONMENT_NAME', 'JURISDICTIONS', 'LICENSE_TYPES'];
  const expected = [...common, ...contract.environment].sort();

  for (const [, { Properties }] of functionsOf(contract)) {
    expect(Object.keys(Properties.Environment.Variables).sort()).toEqual(expected);
  }
});

test.each([
  [undefined, 'off'],
  [false, 'off'],
  [true, 'on'],
])('with ssnCorrections %s corrections of social security numbers are %s', (ssnCorrections, expected) => {
  const changed = synthesize({ ...sandboxSettings(), ssnCorrections });
  const values = allResources(changed, 'AWS::Lambda::Function').flatMap(
    ([, { Properties }]) => Properties.Environment?.Variables.SSN_CORRECTIONS ?? [],
  );

  expect(values.length).toBeGreaterThan(1);
  expect(new Set(values)).toEqual(new Set([expected]));
});

test.each(functions)('function $id has alarms for errors, throttles and lines of its log with an error', (contract) => {
  const { constructId } = contract;
  for (const part of PARTS.filter((name) => functionsOf(contract).some(([place]) => place === name))) {
    const watched = resourcesOf(stacks[part], 'AWS::CloudWatch::Alarm')
      .filter(([id]) => new RegExp(`${constructId}(Error|Throttle|ErrorLines)Alarm`).test(id))
      .map(([, { Properties }]) => Properties);

    expect(watched.map(({ Namespace, MetricName }) => `${Namespace} ${MetricName}`).sort()).toEqual([
      'AWS/Lambda Errors',
      'AWS/Lambda Throttles',
      `boards-ana-${part} ${constructId}ErrorLines`,
    ]);
    for (const properties of watched) {
      expect(properties).toMatchObject({
        Statistic: 'Sum',
        Period: 300,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        TreatMissingData: 'notBreaching',
      });
    }
  }
});

test.each(functions)('lines of the log of $id that say ERROR are counted', ({ constructId }) => {
  const filters = PARTS.flatMap((part) =>
    resourcesOf(stacks[part], 'AWS::Logs::MetricFilter')
      .filter(([id]) => id.includes('ErrorLines'))
      .filter(([, { Properties }]) => labels.of(part, Properties.LogGroupName) === `log ${constructId}`)
      .map(([, { Properties }]) => ({
        part,
        pattern: Properties.FilterPattern,
        counted: Properties.MetricTransformations[0],
      })),
  );

  expect(filters.length).toBeGreaterThan(0);
  for (const { part, pattern, counted } of filters) {
    expect(pattern).toBe('{ $.level = "ERROR" }');
    expect(counted).toMatchObject({
      MetricNamespace: `boards-ana-${part}`,
      MetricName: `${constructId}ErrorLines`,
      MetricValue: '1',
    });
  }
});

test('no two filters of logs count into one metric, else the alarm of one function rings for another', () => {
  const metrics = allResources(stacks, 'AWS::Logs::MetricFilter').map(([, { Properties }]) => {
    const [{ MetricNamespace, MetricName }] = Properties.MetricTransformations;
    return `${MetricNamespace} ${MetricName}`;
  });

  expect(metrics.length).toBeGreaterThan(functions.length);
  expect(metrics.filter((metric, index) => metrics.indexOf(metric) !== index)).toEqual([]);
});

test('every alarm tells the alarm topic', () => {
  for (const [, { Properties }] of allResources(stacks, 'AWS::CloudWatch::Alarm')) {
    expect(JSON.stringify(Properties.AlarmActions)).toMatch(/AlarmTopic/);
  }
});

test('all functions share one asset', () => {
  const keys = functions.map((contract) => functionsOf(contract)[0][1].Properties.Code.S3Key);

  expect(new Set(keys).size).toBe(1);
});

const triggers = functions.flatMap((contract) =>
  (contract.triggers ?? []).map((trigger) => ({ contract, trigger, name: nameOf(trigger) })),
);

function nameOf(trigger: Trigger): string {
  switch (trigger.on) {
    case 'queue':
      return `queue ${trigger.queue}`;
    case 'stream':
      return `stream of table ${trigger.table}`;
    case 'schedule':
      return `schedule of ${trigger.everyMinutes} minutes`;
  }
}

test.each(triggers.filter(({ trigger }) => trigger.on !== 'schedule'))(
  'function $contract.id is invoked by the $name, and reports single failures',
  ({ contract, trigger, name }) => {
    const [[part]] = functionsOf(contract);
    const mappings = resourcesOf(stacks[part], 'AWS::Lambda::EventSourceMapping')
      .filter(([id]) => id.startsWith(contract.constructId))
      .filter(([, { Properties }]) => labels.of(part, Properties.EventSourceArn) === name);

    expect(mappings).toHaveLength(1);
    expect(mappings[0][1].Properties).toMatchObject({
      BatchSize: trigger.on !== 'schedule' && trigger.batchSize,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ...(trigger.on === 'queue' && { MaximumBatchingWindowInSeconds: trigger.batchWindowSeconds }),
      ...(trigger.on === 'stream' && { MaximumRetryAttempts: trigger.maxRetries }),
    });
  },
);

test.each(triggers.filter(({ trigger }) => trigger.on === 'schedule'))(
  'function $contract.id is called by a $name, with no input',
  ({ contract, trigger }) => {
    const [[part]] = functionsOf(contract);
    const rules = resourcesOf(stacks[part], 'AWS::Events::Rule').filter(([id]) => id.startsWith(contract.constructId));

    expect(rules).toHaveLength(1);
    const { ScheduleExpression, Targets } = rules[0][1].Properties;
    expect(ScheduleExpression).toBe(`rate(${trigger.on === 'schedule' && trigger.everyMinutes} minutes)`);
    expect(Targets).toEqual([expect.objectContaining({ Input: '{}' })]);
  },
);

test('no function or mapping exists that no contract names', () => {
  const isOurs = ([, { Properties }]: [string, Resource]) => Properties.Handler !== 'index.handler';
  const made = functions.flatMap((contract) => functionsOf(contract));

  expect(allResources(stacks, 'AWS::Lambda::Function').filter(isOurs)).toHaveLength(made.length);
  const mappings = allResources(stacks, 'AWS::Lambda::EventSourceMapping');
  // Those that only operators enable are for dead letters.
  const atWork = mappings.filter(([, { Properties }]) => Properties.Enabled !== false);
  expect(atWork).toHaveLength(triggers.filter(({ trigger }) => trigger.on !== 'schedule').length);
});

test.each(Object.values<RouteContract>(ROUTES))('route $id is one method of its API, at its path', (route) => {
  const stack = route.api === 'state' ? stacks['state-api'] : stacks.api;
  const methods = resourcesOf(stack, 'AWS::ApiGateway::Method').filter(
    ([, { Properties }]) => Properties.OperationName === route.id,
  );

  expect(methods).toHaveLength(1);
  const { HttpMethod, ResourceId } = methods[0][1].Properties;
  expect(`${HttpMethod} ${pathOf(stack, ResourceId.Ref)}`).toBe(`${route.method} ${route.path}`);
});

test('no method exists beside the routes and the preflight of each resource', () => {
  for (const stack of [stacks.api, stacks['state-api']]) {
    const [[, { Properties }]] = resourcesOf(stack, 'AWS::ApiGateway::RestApi');
    const methods = resourcesOf(stack, 'AWS::ApiGateway::Method').map(([, method]) => method.Properties);
    const preflights = methods.filter(({ HttpMethod }) => HttpMethod === 'OPTIONS');

    // One more than there are resources: the root is none.
    expect(preflights).toHaveLength(resourcesOf(stack, 'AWS::ApiGateway::Resource').length + 1);
    const routes = Object.values<RouteContract>(ROUTES).filter(({ api }) => API_NAMES[api] === Properties.Name);
    expect(methods.length - preflights.length).toBe(routes.length);
  }
});

function functionsOf({ entry }: FunctionContract): [Part, Resource][] {
  return PARTS.flatMap((part) =>
    resourcesOf(stacks[part], 'AWS::Lambda::Function')
      .filter(([, { Properties }]) => Properties.Handler === `${entry}.handler`)
      .map(([, resource]): [Part, Resource] => [part, resource]),
  );
}

function pathOf(stack: StackJson, resourceId: string): string {
  const resource = stack.Resources[resourceId];
  if (resource?.Type !== 'AWS::ApiGateway::Resource') return '';
  const { ParentId, PathPart } = resource.Properties;
  return `${pathOf(stack, ParentId.Ref ?? '')}/${PathPart}`;
}

test('each correction of a social security number is counted by how much moved, and told once a day', () => {
  const filters = allResources(stacks, 'AWS::Logs::MetricFilter')
    .map(([, { Properties }]) => Properties)
    .filter(({ FilterPattern }) => FilterPattern.includes('social security number corrected'));
  const daily = allResources(stacks, 'AWS::CloudWatch::Alarm')
    .map(([, { Properties }]) => Properties)
    .filter(({ MetricName }) => MetricName?.startsWith('ssn-correction-'));

  expect(filters.map((filter) => [filter.FilterPattern, filter.MetricTransformations[0].MetricName])).toEqual(
    [
      ['full', 'ssn-correction-full-migration'],
      ['partial', 'ssn-correction-partial-migration'],
      ['none', 'ssn-correction-no-migration'],
    ].map(([scope, metric]) => [
      `{ ($.message = "social security number corrected") && ($.scope = "${scope}") }`,
      metric,
    ]),
  );
  expect(daily.map(({ Statistic, Period, Threshold }) => [Statistic, Period, Threshold])).toEqual(
    Array(3).fill(['Sum', 86_400, 1]),
  );
});
