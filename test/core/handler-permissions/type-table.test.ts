import { withOwnTypes } from '../../../src/core/handler-permissions/own-types';
import { readManagedPolicies } from '../../../src/core/handler-permissions/read-managed-policies';
import { readTypeTable } from '../../../src/core/handler-permissions/read-type-table';
import type { TypeNeeds } from '../../../src/core/handler-permissions/type-needs';

const provenance = { source: 'made up', version: '1', date: '2026-01-01', license: 'none' };

const ROLES = {
  passedRoles: [{ property: 'RoleArn', service: 'vault.amazonaws.com' }],
  serviceLinkedRoles: [{ service: 'vault.amazonaws.com', source: 'another page' }],
};

const TABLE = readTypeTable({
  provenance,
  types: {
    'Demo::Vault::Shelf': {
      needs: { cu: 'vault:FillShelf,TagShelf s3:GetObject' },
      conditional: [
        {
          handlers: 'd',
          actions: 'vault:DeleteShelf',
          when: [{ property: 'Lock', equals: ['true'] }],
          source: 'a page',
        },
      ],
      ...ROLES,
      reviewed: true,
      source: 'a guide',
    },
    'Demo::Vault::Box': { needs: { crudlt: 'vault:Everything' } },
  },
});

test('a type tells which handlers need which actions, and when', () => {
  expect(TABLE.find('Demo::Vault::Shelf')).toEqual({
    type: 'Demo::Vault::Shelf',
    actions: [
      { action: 'vault:FillShelf', handlers: ['create', 'update'] },
      { action: 'vault:TagShelf', handlers: ['create', 'update'] },
      { action: 's3:GetObject', handlers: ['create', 'update'] },
      {
        action: 'vault:DeleteShelf',
        handlers: ['delete'],
        when: [{ property: 'Lock', equals: ['true'] }],
        source: 'a page',
      },
    ],
    ...ROLES,
    reviewed: true,
    source: 'a guide',
  });
});

test('a type that nobody reviewed has what its schema says', () => {
  expect(TABLE.find('Demo::Vault::Box')).toEqual({
    type: 'Demo::Vault::Box',
    actions: [{ action: 'vault:Everything', handlers: ['create', 'read', 'update', 'delete', 'list', 'tag'] }],
    passedRoles: [],
    serviceLinkedRoles: [],
    reviewed: false,
    source: 'resource schema of the CloudFormation registry (made up 1)',
  });
});

test('types are sorted, and each is decoded once', () => {
  expect(TABLE.types).toEqual(['Demo::Vault::Box', 'Demo::Vault::Shelf']);
  expect(TABLE.find('Demo::Vault::Box')).toBe(TABLE.find('Demo::Vault::Box'));
});

test.each(['Demo::Vault::Lid', 'demo::vault::box', 'constructor', '__proto__', ''])('"%s" is no type', (type) => {
  expect(TABLE.find(type)).toBeUndefined();
});

describe("types of one's own", () => {
  const own = (type: string): TypeNeeds => ({
    type,
    actions: [{ action: 'sqs:SendMessage', handlers: ['create'] }],
    passedRoles: [],
    serviceLinkedRoles: [],
    reviewed: true,
    source: 'ours',
  });

  test('come to those of the table, and replace them', () => {
    const table = withOwnTypes(TABLE, [own('Demo::Vault::Box'), own('Demo::Own::Thing')]);

    expect(table.types).toEqual(['Demo::Own::Thing', 'Demo::Vault::Box', 'Demo::Vault::Shelf']);
    expect(table.find('Demo::Own::Thing')).toEqual(own('Demo::Own::Thing'));
    expect(table.find('Demo::Vault::Box')).toEqual(own('Demo::Vault::Box'));
    expect(table.find('Demo::Vault::Shelf')).toBe(TABLE.find('Demo::Vault::Shelf'));
    expect(table.provenance).toBe(provenance);
  });

  test('leave the table as it was', () => {
    withOwnTypes(TABLE, [own('Demo::Own::Thing')]);

    expect(TABLE.find('Demo::Own::Thing')).toBeUndefined();
  });
});

test('a policy of AWS is found by the end of its ARN, and nothing else is', () => {
  const facts = { document: { Statement: [] }, source: 'a page' };
  const table = readManagedPolicies({ policies: { 'policy/service-role/Demo': facts } });

  expect(table.find('policy/service-role/Demo')).toBe(facts);
  expect([table.find('Demo'), table.find('toString')]).toEqual([undefined, undefined]);
});
