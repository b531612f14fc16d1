import { CommandError } from './exit-codes';

/** One line where the person at the keyboard can act on it, everything where we must. */
export function failureMessage(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error instanceof CommandError || error.name === 'ConfigurationError') return error.message;
  if (['CredentialsProviderError', 'TokenProviderError'].includes(error.name)) {
    return `there are no AWS credentials: ${error.message}; sign in, or name a profile with AWS_PROFILE`;
  }
  // The SDK has no class of its own for it.
  if (error.message === 'Region is missing') {
    return 'no file and no AWS configuration says the region of the parameters; set AWS_REGION';
  }
  if (!('$metadata' in error)) return error;
  const isAnswer = '$fault' in error;
  return isAnswer
    ? `AWS refused the call: ${error.name}: ${error.message}`
    : `AWS can't be reached: ${error.message}; check the network, the proxy and AWS_ENDPOINT_URL`;
}
