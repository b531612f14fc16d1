import { sandboxSettings } from './backend-settings';
import { allResources, Resource, resourcesOf, StackJson, synthesize } from './synthesized';
import { FunctionContract, FUNCTIONS } from '../../src/core/contracts/functions';
import { QueueContract, QUEUES } from '../../src/core/contracts/queues';
import { API_NAMES, RouteContract, ROUTES } from '../../src/core/contracts/routes';
import { TableContract, TABLES } from '../../src/core/contracts/tables';

const stacks = synthesize(sandboxSettings());

test.each(Object.values<TableContract>(TABLES))(
  'table $id is made once, with the keys and indexes of its contract',
  (contract) => {
    const made = resourcesOf(stacks.data, 'AWS::DynamoDB::Table').filter(([id]) => id.startsWith(contract.constructId));

    expect(made).toHaveLength(1);
    const { Properties } = made[0][1];
    expect(keysOf(Properties)).toEqual(['pk', 'sk']);
    const indexes = (Properties.GlobalSecondaryIndexes as Record<string, any>[]).map((index) => ({
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

test.each(Object.values<FunctionContract>(FUNCTIONS))('function $id is made once, from its contract', (contract) => {
  const made = functionsOf(contract);

  expect(made).toHaveLength(1);
  const { Properties } = made[0];
  expect(Properties).toMatchObject({
    Description: contract.description,
    MemorySize: contract.memoryMegabytes,
    Timeout: contract.timeoutSeconds,
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
  });
});

test.each(Object.values<FunctionContract>(FUNCTIONS))(
  'function $id gets the common variables and exactly those of its contract',
  (contract) => {
    const [{ Properties }] = functionsOf(contract);

    const common = ['ALLOWED_ORIGINS', 'COMPACTS', 'DEBUG', 'ENVIRONMENT_NAME', 'JURISDICTIONS', 'LICENSE_TYPES'];
    expect(Object.keys(Properties.Environment.Variables).sort()).toEqual([...common, ...contract.environment].sort());
  },
);

test.each(Object.values<FunctionContract>(FUNCTIONS))(
  'function $id has an alarm for errors and one for throttles',
  (contract) => {
    const watched = allResources(stacks, 'AWS::CloudWatch::Alarm')
      .filter(([id]) => id.includes(contract.constructId))
      .map(([, { Properties }]) => Properties)
      .filter(({ Namespace }) => Namespace === 'AWS/Lambda');

    expect(watched.map(({ MetricName }) => MetricName).sort()).toEqual(['Errors', 'Throttles']);
    for (const properties of watched) {
      expect(properties).toMatchObject({
        Statistic: 'Sum',
        Period: 300,
        Threshold: 1,
        TreatMissingData: 'notBreaching',
      });
    }
  },
);

test('every alarm tells the alarm topic', () => {
  for (const [, { Properties }] of allResources(stacks, 'AWS::CloudWatch::Alarm')) {
    expect(JSON.stringify(Properties.AlarmActions)).toMatch(/AlarmTopic/);
  }
});

test('all functions share one asset', () => {
  const keys = Object.values<FunctionContract>(FUNCTIONS).map(
    (contract) => functionsOf(contract)[0].Properties.Code.S3Key,
  );

  expect(new Set(keys).size).toBe(1);
});

test.each(Object.values<FunctionContract>(FUNCTIONS).filter(({ trigger }) => trigger))(
  'function $id reads its queue and reports single messages that fail',
  ({ constructId, trigger }) => {
    const [[, mapping]] = resourcesOf(stacks.ingest, 'AWS::Lambda::EventSourceMapping').filter(([id]) =>
      id.startsWith(constructId),
    );

    expect(mapping.Properties).toMatchObject({
      BatchSize: trigger!.batchSize,
      MaximumBatchingWindowInSeconds: trigger!.batchWindowSeconds,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    const queue = QUEUES[trigger!.queue].constructId;
    expect(JSON.stringify(mapping.Properties.EventSourceArn)).toMatch(new RegExp(`"${queue}Queue[0-9A-F]{8}","Arn"`));
  },
);

test('no function or mapping exists that no contract names', () => {
  const isOurs = ([, { Properties }]: [string, Resource]) => Properties.Handler !== 'index.handler';
  expect(allResources(stacks, 'AWS::Lambda::Function').filter(isOurs)).toHaveLength(Object.keys(FUNCTIONS).length);
  expect(allResources(stacks, 'AWS::Lambda::EventSourceMapping')).toHaveLength(
    Object.values<FunctionContract>(FUNCTIONS).filter(({ trigger }) => trigger).length,
  );
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

function functionsOf({ entry }: FunctionContract): Resource[] {
  return allResources(stacks, 'AWS::Lambda::Function')
    .map(([, resource]) => resource)
    .filter(({ Properties }) => Properties.Handler === `${entry}.handler`);
}

function pathOf(stack: StackJson, resourceId: string): string {
  const resource = stack.Resources[resourceId];
  if (resource?.Type !== 'AWS::ApiGateway::Resource') return '';
  const { ParentId, PathPart } = resource.Properties;
  return `${pathOf(stack, ParentId.Ref ?? '')}/${PathPart}`;
}
