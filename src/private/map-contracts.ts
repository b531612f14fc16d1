/** One thing per contract, under the contract's id. */
export function mapContracts<Id extends string, Contract, Made>(
  contracts: Readonly<Record<Id, Contract>>,
  make: (contract: Contract) => Made,
): Record<Id, Made> {
  const entries = Object.entries<Contract>(contracts).map(([id, contract]) => [id, make(contract)] as const);
  return Object.fromEntries(entries) as Record<Id, Made>;
}
