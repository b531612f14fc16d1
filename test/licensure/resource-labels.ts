import { Part, PARTS, StackJson } from './synthesized';
import { FunctionContract, FUNCTIONS } from '../../src/core/contracts/functions';
import { QueueContract, QUEUES } from '../../src/core/contracts/queues';
import { TableContract, TABLES } from '../../src/core/contracts/tables';

/** Says in words which resource an ARN or reference of a template means, across stacks. */
export class ResourceLabels {
  constructor(private readonly stacks: Record<Part, StackJson>) {}

  of(part: Part, value: any): string {
    if (typeof value === 'string') return value;
    if (value['Fn::Join']) return value['Fn::Join'][1].map((piece: unknown) => this.of(part, piece)).join('');
    if (value['Fn::ImportValue']) return this.exported(value['Fn::ImportValue']);
    return this.resource(part, value.Ref ?? value['Fn::GetAtt'][0]);
  }

  private exported(name: string): string {
    for (const part of PARTS) {
      const output = Object.values(this.stacks[part].Outputs).find(({ Export }) => Export?.Name === name);
      if (output) return this.of(part, output.Value);
    }
    throw new Error(`no stack exports ${name}`);
  }

  private resource(part: Part, id: string): string {
    const type = this.stacks[part].Resources[id]?.Type;
    // The bus reaches stacks as a parameter, which is no resource.
    if (type === undefined && id.includes('dataeventbusarn')) return 'bus';
    const named = (contracts: object, prefix: (contract: any) => string) =>
      Object.values(contracts).find((contract) => id.startsWith(prefix(contract)));
    switch (type) {
      case 'AWS::DynamoDB::Table':
        return `table ${(named(TABLES, ({ constructId }) => constructId) as TableContract).id}`;
      case 'AWS::SQS::Queue':
        return `${id.includes('DeadLetter') ? 'dead-letter ' : ''}queue ${(named(QUEUES, ({ constructId }) => `${constructId}Queue`) as QueueContract).id}`;
      case 'AWS::KMS::Key':
        return id.startsWith('Ssn') ? 'key ssn' : 'key shared';
      case 'AWS::Logs::LogGroup': {
        const isLogOf = ({ constructId }: FunctionContract) => id.includes(`${constructId}LogGroup`);
        return `log ${Object.values<FunctionContract>(FUNCTIONS).find(isLogOf)!.constructId}`;
      }
      default:
        return `${type} ${id}`;
    }
  }
}
