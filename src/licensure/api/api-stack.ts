import type { IRestApi } from 'aws-cdk-lib/aws-apigateway';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { ApiId, AuthorizerId } from '../../core/contracts/routes';
import type { BackendResources } from '../../private/backend-resources';
import { BackendPart, BackendStack } from '../backend-stack';
import { ContractRestApi } from './contract-rest-api';

export interface ApiStackProps {
  readonly api: ApiId;
  readonly part: BackendPart;
  readonly description: string;
  readonly resources: BackendResources;
  readonly userPools: Readonly<Partial<Record<AuthorizerId, IUserPool>>>;
}

/** One REST API and its functions: nothing in it is lost when it is deleted and made again. */
export class ApiStack extends BackendStack {
  readonly restApi: IRestApi;

  constructor(scope: Construct, id: string, { api, part, description, resources, userPools }: ApiStackProps) {
    super(scope, id, { deployment: resources.deployment, part, description, isStateful: false });
    this.restApi = new ContractRestApi(this, { api, resources, userPools }).restApi;
  }
}
