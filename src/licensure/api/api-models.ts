import { JsonSchemaVersion, Model, RestApi } from 'aws-cdk-lib/aws-apigateway';
import type { GenericSchema } from 'valibot';
import { toDraft04 } from './draft-04';
import type { Domain } from '../../core/contracts/domain';
import { jsonSchemaOf } from '../../core/validation/json-schema';

/** A schema of the contracts: a named function, so that its name can be the model's. */
type ContractSchema = (domain: Domain) => GenericSchema;

/** Models of one API: one per schema, named after it, made when the first route asks for it. */
export class ApiModels {
  private readonly models = new Map<ContractSchema, Model>();

  constructor(
    private readonly api: RestApi,
    private readonly domain: Domain,
  ) {}

  modelOf(schema: ContractSchema): Model {
    const known = this.models.get(schema);
    if (known) return known;
    const modelName = schema.name.charAt(0).toUpperCase() + schema.name.slice(1);
    const model = this.api.addModel(modelName, {
      modelName,
      contentType: 'application/json',
      schema: { schema: JsonSchemaVersion.DRAFT4, ...toDraft04(jsonSchemaOf(schema(this.domain))) },
    });
    this.models.set(schema, model);
    return model;
  }
}
