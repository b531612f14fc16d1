/** AWS Systems Manager endpoints and quotas, Parameter Store, maximum size of a parameter value. */
export const STANDARD_BYTES = 4_096;
export const ADVANCED_BYTES = 8_192;

/** Tier of a parameter, in the words of the API; advanced ones cost a fee each month. */
export type ParameterTier = 'Standard' | 'Advanced';

/** Bytes of a value in UTF-8. */
export function sizeOf(value: string): number {
  return Buffer.byteLength(value, 'utf8');
}

/** The tier that a value of a size needs; nothing where no parameter takes it. */
export function tierFor(bytes: number): ParameterTier | undefined {
  if (bytes <= STANDARD_BYTES) return 'Standard';
  return bytes <= ADVANCED_BYTES ? 'Advanced' : undefined;
}
