import type { TypeNeeds, TypeTable } from './type-needs';

/** A table with types of one's own; they replace what the table says about them. */
export function withOwnTypes(table: TypeTable, own: readonly TypeNeeds[]): TypeTable {
  const ownTypes = new Map(own.map((needs) => [needs.type, needs]));
  return {
    provenance: table.provenance,
    types: [...new Set([...table.types, ...ownTypes.keys()])].sort(),
    find: (type) => ownTypes.get(type) ?? table.find(type),
  };
}
