// Runs one function in a worker thread, one invocation at a time, as an execution environment of Lambda does.
// Plain JavaScript, so that a worker starts without a TypeScript loader.
import { subscribe } from 'node:diagnostics_channel';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

const MAXIMUM_ERROR_BODY = 65_536;
const CUSTOM_RESOURCE_ANSWERS = '/_ministack/cfn-response/';

reportDenials();
keepPortOfCustomResourceAnswers();
const loading = load();
loading.catch(() => undefined);

parentPort.on('message', async ({ event, context }) => {
  try {
    const handler = await loading;
    const deadline = context.deadline;
    const result = await handler(event, { ...context, getRemainingTimeInMillis: () => deadline - Date.now() });
    parentPort.postMessage({ kind: 'result', payload: JSON.stringify(result) });
  } catch (error) {
    parentPort.postMessage({ kind: 'error', error: shapeOf(error) });
  }
});

async function load() {
  const { file, exportName } = workerData;
  const module = await import(pathToFileURL(file).href);
  const handler = module[exportName] ?? module.default?.[exportName];
  if (typeof handler !== 'function') {
    throw Object.assign(new Error(`${file} exports no function "${exportName}"`), { name: 'Runtime.HandlerNotFound' });
  }
  return handler;
}

/** The shape in which Lambda reports a failure. */
function shapeOf(error) {
  if (!(error instanceof Error)) return { errorType: 'Error', errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}

/**
 * Tells the runner about every denied call, also where the handler's own error handling hides it. The answers are
 * watched as they are parsed, which leaves them unread for the SDK.
 */
function reportDenials() {
  subscribe('http.client.response.finish', ({ response }) => {
    if (response.statusCode !== 400 && response.statusCode !== 403) return;
    const push = response.push;
    let body = '';
    response.push = function watched(chunk, encoding) {
      if (chunk !== null && body.length < MAXIMUM_ERROR_BODY) body += chunk.toString('utf8');
      if (chunk === null && body.includes('not authorized to perform')) {
        parentPort.postMessage({ kind: 'denied', body });
      }
      return push.call(this, chunk, encoding);
    };
  });
}

/**
 * The CDK's custom resources answer CloudFormation at the host and path of the address they were given, without its
 * port, because the real address has none.
 */
function keepPortOfCustomResourceAnswers() {
  const { request } = https;
  const { port } = new URL(process.env.AWS_ENDPOINT_URL);
  https.request = (options, ...rest) => {
    const losesPort = !options.port && String(options.path).startsWith(CUSTOM_RESOURCE_ANSWERS);
    return request(losesPort ? { ...options, port } : options, ...rest);
  };
  syncBuiltinESMExports();
}
