import { GatewayResponseOptions, ResponseType, RestApi } from 'aws-cdk-lib/aws-apigateway';

const ANSWERS: Readonly<Record<string, GatewayResponseOptions>> = {
  BadRequestBody: {
    type: ResponseType.BAD_REQUEST_BODY,
    templates: { 'application/json': '{"message": "$context.error.validationErrorString"}' },
  },
  Unauthorized: {
    type: ResponseType.UNAUTHORIZED,
    statusCode: '401',
    templates: { 'application/json': '{"message": "Unauthorized"}' },
  },
  AccessDenied: {
    type: ResponseType.ACCESS_DENIED,
    statusCode: '403',
    templates: { 'application/json': '{"message": "Access denied"}' },
  },
  // Everything else keeps the gateway's status and text; without the header a browser would call it a CORS failure.
  DefaultClientError: { type: ResponseType.DEFAULT_4XX },
  DefaultServerError: { type: ResponseType.DEFAULT_5XX },
};

/** Answers that the gateway gives by itself. It can't compare origins, so it names the one origin, or any. */
export function addGatewayResponses(api: RestApi, webOrigins: readonly string[]): void {
  const origin = webOrigins.length === 1 ? webOrigins[0] : '*';
  for (const [id, answer] of Object.entries(ANSWERS)) {
    api.addGatewayResponse(id, { ...answer, responseHeaders: { 'Access-Control-Allow-Origin': `'${origin}'` } });
  }
}
