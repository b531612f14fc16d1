const FIRST_SLOTS = 1_024;
/** Multiples of it, taken modulo 1, spread evenly (Knuth, The Art of Computer Programming, volume 3, section 6.4). */
const GOLDEN_RATIO = 0.618_033_988_749_894_9;
const NUMBERS = 1_000_000_000;

/**
 * Remembers which license came first in a file, by social security number and license type. Twelve bytes per slot and at
 * most four slots per license: a valid row takes more than 80 bytes, so an upload of 30 MB has less than 375,000 and the
 * register takes at most 12.6 MB. A map of texts would take ten times that.
 */
export class LicenseRegister {
  private keys = new Float64Array(FIRST_SLOTS);
  private records = new Uint32Array(FIRST_SLOTS);
  private count = 0;

  public constructor(private readonly licenseTypes: readonly string[]) {}

  /** Number of the earlier record with the same number and type, if there is one; else this one is the first. */
  public earlierRecord(ssn: string, licenseType: string, record: number): number | undefined {
    const key = this.keyOf(ssn, licenseType);
    const slot = this.slotOf(key);
    if (this.keys[slot] === key) return this.records[slot];
    this.fill(slot, key, record);
    this.count += 1;
    if (this.count * 2 > this.keys.length) this.grow();
    return undefined;
  }

  /** At least 1: 0 marks a free slot. */
  private keyOf(ssn: string, licenseType: string): number {
    const digits = Number(ssn.slice(0, 3) + ssn.slice(4, 6) + ssn.slice(7));
    return this.licenseTypes.indexOf(licenseType) * NUMBERS + digits + 1;
  }

  /** The slot that holds the key, or the free one where it belongs. */
  private slotOf(key: number): number {
    let slot = Math.floor(((key * GOLDEN_RATIO) % 1) * this.keys.length);
    while (this.keys[slot] !== 0 && this.keys[slot] !== key) slot = slot + 1 === this.keys.length ? 0 : slot + 1;
    return slot;
  }

  private fill(slot: number, key: number, record: number): void {
    this.keys[slot] = key;
    this.records[slot] = record;
  }

  private grow(): void {
    const { keys, records } = this;
    this.keys = new Float64Array(keys.length * 2);
    this.records = new Uint32Array(keys.length * 2);
    keys.forEach((key, slot) => {
      if (key !== 0) this.fill(this.slotOf(key), key, records[slot]);
    });
  }
}
