/**
 * The version of each territory's data: a number that grows whenever a subgraph says that something was written. Two
 * equal versions mean that nothing changed in between, so an answer computed under one still holds.
 */
export class DataVersions {
  private clock = 1;
  private everything = 1;
  private anything = 1;
  private readonly territories = new Map<string, number>();

  /** @param complete tells whether every change reaches us at present; while not, no version can be vouched for */
  constructor(private readonly complete: () => boolean) {}

  /**
   * The version of a territory's data, or of all territories' for null. Null when unknown: some subgraph's changes
   * do not reach us.
   */
  current(territoryId: string | null): number | null {
    if (!this.complete()) return null;
    if (territoryId === null) return this.anything;
    return Math.max(this.everything, this.territories.get(territoryId) ?? 0);
  }

  /** Records a change of one territory's data; `*` when anything may have changed. */
  changed(territoryId: string): void {
    this.clock += 1;
    this.anything = this.clock;
    if (territoryId !== '*') {
      this.territories.set(territoryId, this.clock);
      return;
    }
    this.everything = this.clock;
    this.territories.clear();
  }
}
