import { ANYTHING, CHANGES_CHANNEL, type Listener } from './changes.js';

/** Names under which results are kept together; a region has one each, and France has few regions. */
const MOST_TOGETHER = 100;

/**
 * What was read of territories and is the same for whoever asks, kept until something of them is written. It is never
 * older than the request: before anything kept is given, the connection that notifications come by is asked whether
 * all of them have come.
 */
export class KeptByTerritory<Value extends object> {
  private values = new Map<string, Value | null>();
  private moment = '';
  /** The territories that changed while a read was under way, whose values it must not keep. */
  private readonly reads = new Set<Set<string>>();
  private readonly together = new Map<string, { parts: readonly (Value | null)[]; whole: unknown }>();

  /** @param across whether each value hangs on all territories, so that it goes with any change; else on its own alone */
  constructor(
    private readonly listener: Listener,
    private readonly across = false,
  ) {
    listener.events.on(CHANGES_CHANNEL, (territoryId: string) => this.changed(territoryId));
  }

  /**
   * The value of each territory, in their order; null for one of which there is none.
   * @param moment what else the values hang on, such as the day: another one, and nothing kept counts any more
   * @param read gives the values of some territories, each an object of its own
   */
  async of(
    territoryIds: readonly string[],
    moment: string,
    read: (territoryIds: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  ): Promise<readonly (Value | null)[]> {
    const keeps = await this.listener.caughtUp();
    if (!keeps || moment !== this.moment) this.changed(ANYTHING);
    this.moment = moment;
    const known = territoryIds.map((id) => this.values.get(id));
    if (!known.includes(undefined)) return known as (Value | null)[];
    const missing = territoryIds.filter((_, index) => known[index] === undefined);
    const changed = new Set<string>();
    this.reads.add(changed);
    const found = await read(missing).finally(() => this.reads.delete(changed));
    if (keeps && !changed.has(ANYTHING))
      for (const id of missing) if (!changed.has(id)) this.values.set(id, found.get(id) ?? null);
    return territoryIds.map((id, index) => known[index] ?? found.get(id) ?? null);
  }

  /** What follows from the values of several territories, made again only when one of them is another. */
  whole<Whole>(name: string, parts: readonly (Value | null)[], make: () => Whole): Whole {
    const kept = this.together.get(name);
    const holds = kept?.parts.length === parts.length && parts.every((part, at) => part === kept.parts[at]);
    if (kept && holds) return kept.whole as Whole;
    const whole = make();
    if (this.together.size >= MOST_TOGETHER) this.together.clear();
    this.together.set(name, { parts, whole });
    return whole;
  }

  private changed(announced: string): void {
    const territoryId = this.across ? ANYTHING : announced;
    for (const read of this.reads) read.add(territoryId);
    if (territoryId !== ANYTHING) this.values.delete(territoryId);
    else {
      this.values = new Map();
      this.together.clear();
    }
  }
}

const kept = new WeakMap<Listener, Map<string, KeptByTerritory<object>>>();

/** What a subgraph keeps under a name. */
export function keptByTerritory<Value extends object>(
  listener: Listener,
  name: string,
  across: boolean,
): KeptByTerritory<Value> {
  const all = kept.get(listener) ?? new Map<string, KeptByTerritory<object>>();
  kept.set(listener, all);
  const one = all.get(name) ?? new KeptByTerritory<object>(listener, across);
  all.set(name, one);
  return one as KeptByTerritory<Value>;
}
