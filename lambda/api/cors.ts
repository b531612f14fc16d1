/** An allowed origin is echoed; any other request is answered with the first one, so that browsers refuse the answer. */
export function corsHeaders(allowedOrigins: readonly string[], origin: string | undefined): Record<string, string> {
  const allowed = origin !== undefined && allowedOrigins.includes(origin) ? origin : allowedOrigins[0];
  return { 'Access-Control-Allow-Origin': allowed, Vary: 'Origin' };
}
