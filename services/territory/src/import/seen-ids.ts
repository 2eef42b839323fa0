const SMALLEST = 1 << 12;

/**
 * Ids (uuid, as text) met so far, by the first 64 of their 128 bits: a million of them take 16 MB, where a set of strings
 * would take a hundred. Two that only begin alike count as the same, so whoever asks looks closer at what was found.
 */
export class SeenIds {
  private high = new Uint32Array(SMALLEST);
  private low = new Uint32Array(SMALLEST);
  private size = 0;

  /** Whether the id was met before; it is from now on. */
  meets(id: string): boolean {
    const high = Number.parseInt(id.slice(0, 8), 16);
    // Nothing is where both are zero.
    const low = Number.parseInt(id.slice(9, 13) + id.slice(14, 18), 16) || 1;
    const slot = this.slotOf(high, low);
    if (this.low[slot] !== 0) return true;
    this.high[slot] = high;
    this.low[slot] = low;
    this.size += 1;
    if (this.size * 2 > this.low.length) this.grow();
    return false;
  }

  /** Where the id is, or would be. */
  private slotOf(high: number, low: number): number {
    const mask = this.low.length - 1;
    let slot = high & mask;
    while (this.low[slot] !== 0 && (this.low[slot] !== low || this.high[slot] !== high))
      slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { high, low } = this;
    this.high = new Uint32Array(high.length * 2);
    this.low = new Uint32Array(low.length * 2);
    for (let index = 0; index < low.length; index += 1) {
      if (low[index] === 0) continue;
      const slot = this.slotOf(high[index] as number, low[index] as number);
      this.high[slot] = high[index] as number;
      this.low[slot] = low[index] as number;
    }
  }
}
