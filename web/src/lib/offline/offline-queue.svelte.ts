import { addRecord, type KeptRecord, recordsOf, settleRecords } from './record-store.ts';

/** Why nothing leaves just now. NO_STORE: this browser keeps nothing, and what is noted is lost with the page. */
export type QueueTrouble = 'OFFLINE' | 'SIGNED_OUT' | 'OTHER_MEMBER' | 'SERVER' | 'NO_STORE';

/** What a server route answers to the records it was sent: null for one that it took, else why not. */
export type Outcomes = { outcomes: { key: string; refused: string | null }[] };

const BATCH = 50;
const TRY_AGAIN = 20_000;

/**
 * Records that a page notes on the phone first and sends when it can: in order, once, also after a reload, a closed
 * browser, a day without a network or a session that ended. The route they are sent to is read by `offlineRecords`
 * (lib/server/offline.ts). Call `start` in `onMount` and return what it returns.
 */
export class OfflineQueue<Body> {
  /** What this member noted here, in order. */
  records = $state.raw<KeptRecord<Body>[]>([]);
  sending = $state(false);
  trouble = $state<QueueTrouble | null>(null);
  /** Records that another member noted on this phone and that wait for them. */
  foreign = $state(0);

  readonly waiting = $derived(this.records.filter(({ state }) => state === 'KEPT'));
  readonly refused = $derived(this.records.filter(({ state }) => state === 'REFUSED'));
  readonly sent = $derived(this.records.filter(({ state }) => state === 'SENT').length);

  /** Resolves once what was noted before has been read. */
  readonly ready: Promise<void>;
  private isReady = () => {};
  private busy = false;
  private again = false;

  private readonly kind: string;
  private readonly owner: string;
  private readonly address: string;
  private readonly onSent: () => void;
  private readonly rememberSent: boolean;

  /**
   * `address` is the route that takes them; `onSent` is called when some have arrived. With `rememberSent`, what they said
   * stays until `forgetSent`: for a page whose kept copy does not show it yet.
   */
  constructor(options: {
    kind: string;
    owner: string;
    address: string;
    onSent?: () => void;
    rememberSent?: boolean;
  }) {
    this.kind = options.kind;
    this.owner = options.owner;
    this.address = options.address;
    this.onSent = options.onSent ?? (() => {});
    this.rememberSent = options.rememberSent ?? false;
    this.ready = new Promise((resolve) => {
      this.isReady = resolve;
    });
  }

  /** Reads what is kept and begins to send, now and whenever there is hope. Gives what ends it. */
  start(): () => void {
    const attempt = () => void this.send();
    const timer = setInterval(attempt, TRY_AGAIN);
    addEventListener('online', attempt);
    document.addEventListener('visibilitychange', attempt);
    // A browser that runs short of space then asks before it throws away what was noted.
    void navigator.storage?.persist?.();
    void this.read().then(() => {
      this.isReady();
      attempt();
    });
    return () => {
      clearInterval(timer);
      removeEventListener('online', attempt);
      document.removeEventListener('visibilitychange', attempt);
    };
  }

  /** Notes something; it is on the phone once this resolves, and on its way if there is one. */
  async add(body: Body, key: string = crypto.randomUUID()): Promise<void> {
    const { kind, owner } = this;
    const record = { key, kind, owner, at: Date.now(), state: 'KEPT' as const, body, why: null };
    try {
      await addRecord($state.snapshot(record) as KeptRecord);
      await this.read();
    } catch {
      this.trouble = 'NO_STORE';
      throw new Error('this browser keeps nothing');
    }
    void this.send();
  }

  /** Throws away a record that the server refused. */
  async discard(key: string): Promise<void> {
    await settleRecords(new Map([[key, null]]));
    await this.read();
  }

  /** Forgets what the records said that were sent before: the copy of the page now shows it. */
  async forgetSent(keys: readonly string[]): Promise<void> {
    await settleRecords(new Map(keys.map((key) => [key, { body: null }])));
    await this.read();
  }

  /** Sends what waits. Of several tabs one sends at a time, and each looks anew at what is left. */
  async send(): Promise<void> {
    if (this.busy) {
      this.again = true;
      return;
    }
    this.busy = true;
    try {
      do {
        this.again = false;
        await navigator.locks.request(`ancrage ${this.kind}`, () => this.sendAll());
        // Something may have been noted just as the last of the others had left.
      } while (this.again && this.trouble === null);
    } finally {
      this.busy = false;
    }
  }

  private async sendAll(): Promise<void> {
    await this.read();
    this.sending = this.waiting.length > 0;
    try {
      while (this.waiting.length > 0 && (await this.sendBatch())) {
        this.onSent();
      }
    } finally {
      this.sending = false;
    }
  }

  private async sendBatch(): Promise<boolean> {
    const batch = this.waiting.slice(0, BATCH);
    const answer = await this.post(batch);
    this.trouble = answer === null ? 'OFFLINE' : troubleOf(answer);
    if (!answer || this.trouble) {
      return false;
    }
    const { outcomes } = (await answer.json()) as Outcomes;
    await settleRecords(
      new Map(
        outcomes.map(({ key, refused }) => [
          key,
          refused === null
            ? { state: 'SENT', ...(!this.rememberSent && { body: null }) }
            : { state: 'REFUSED', why: refused },
        ]),
      ),
    );
    await this.read();
    return outcomes.length > 0;
  }

  private async post(batch: KeptRecord<Body>[]): Promise<Response | null> {
    const records = batch.map(({ key, body, at }) => ({ key, body, at }));
    try {
      return await fetch(this.address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        // The clock of the phone, so that the server may know by how much it is wrong.
        body: JSON.stringify({ owner: this.owner, sentAt: Date.now(), records }),
        signal: AbortSignal.timeout(30_000),
      });
    } catch {
      return null;
    }
  }

  private async read(): Promise<void> {
    try {
      const all = await recordsOf(this.kind);
      this.records = all.filter(({ owner }) => owner === this.owner) as KeptRecord<Body>[];
      this.foreign = all.filter(({ owner, state }) => owner !== this.owner && state === 'KEPT').length;
      if (this.trouble === 'NO_STORE') {
        this.trouble = null;
      }
    } catch {
      this.trouble = 'NO_STORE';
    }
  }
}

function troubleOf({ status }: Response): QueueTrouble | null {
  if (status === 401) {
    return 'SIGNED_OUT';
  }
  if (status === 403) {
    return 'OTHER_MEMBER';
  }
  return status === 200 ? null : 'SERVER';
}
