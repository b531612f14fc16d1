import { Part, PARTS, StackJson } from './synthesized';
import { BUCKETS } from '../../src/core/contracts/buckets';
import { FUNCTIONS } from '../../src/core/contracts/functions';
import { QUEUES } from '../../src/core/contracts/queues';
import { TABLES } from '../../src/core/contracts/tables';

interface Labelled {
  readonly id: string;
  readonly constructId: string;
}

/** Says in words which resource an ARN or reference of a template means, across stacks. */
export class ResourceLabels {
  constructor(private readonly stacks: Record<Part, StackJson>) {}

  of(part: Part, value: any): string {
    if (typeof value === 'string') return value;
    if (value['Fn::Join']) return value['Fn::Join'][1].map((piece: unknown) => this.of(part, piece)).join('');
    if (value['Fn::ImportValue']) return this.exported(value['Fn::ImportValue']);
    const [id, attribute] = value['Fn::GetAtt'] ?? [value.Ref];
    return `${attribute === 'StreamArn' ? 'stream of ' : ''}${this.resource(part, id)}`;
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
    const named = (contracts: object, suffix = '') =>
      Object.values(contracts).find(({ constructId }: Labelled) => id.includes(`${constructId}${suffix}`)) as Labelled;
    switch (type) {
      case 'AWS::DynamoDB::Table':
        return `table ${named(TABLES).id}`;
      case 'AWS::S3::Bucket':
        return `bucket ${named(BUCKETS).id}`;
      case 'AWS::SQS::Queue': {
        const of = named(QUEUES, 'Queue')?.id ?? `the stream of ${named(TABLES, 'Stream').id}`;
        return `${id.includes('DeadLetter') ? 'dead-letter ' : ''}queue ${of}`;
      }
      case 'AWS::KMS::Key':
        return id.startsWith('Ssn') ? 'key ssn' : 'key shared';
      case 'AWS::Logs::LogGroup':
        return `log ${named(FUNCTIONS, 'LogGroup').constructId}`;
      default:
        return `${type} ${id}`;
    }
  }
}
