const BITS_OF_VERSION = { 4: 32, 6: 128 } as const;

interface Address {
  readonly version: 4 | 6;
  readonly bits: bigint;
}

/**
 * Whether an IP address lies in a range in CIDR notation, `10.0.0.0/8` or `2001:db8::/32`; a range without a length is
 * one address. What isn't an address or a range lies nowhere.
 */
export function isInRange(address: string, range: string): boolean {
  const [base, length, ...more] = range.split('/');
  const from = addressOf(base);
  const found = addressOf(address);
  if (!from || !found || from.version !== found.version || more.length > 0) return false;
  const bits = BITS_OF_VERSION[from.version];
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return false;
  const fixed = length === undefined ? bits : Number(length);
  if (fixed > bits) return false;
  const block = 2n ** BigInt(bits - fixed);
  return from.bits / block === found.bits / block;
}

function addressOf(text: string): Address | undefined {
  return text.includes(':') ? version6(text) : version4(text);
}

function version4(text: string): Address | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return { version: 4, bits: parts.reduce((bits, part) => bits * 256n + BigInt(part), 0n) };
}

function version6(text: string): Address | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [left, right] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const groups = right === undefined ? left : [...left, ...zeros(8 - left.length - right.length), ...right];
  if (groups.length !== 8 || !groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return { version: 6, bits: groups.reduce((bits, group) => bits * 65536n + BigInt(`0x${group}`), 0n) };
}

function zeros(count: number): string[] {
  return Array.from({ length: Math.max(count, 0) }, () => '0');
}
