/** Values nobody has read yet; past this the reader is too slow to be worth the memory. */
const MAXIMUM_WAITING = 1_000;

/**
 * An async iterator fed by events. Unlike an async generator, `return()` takes effect at once, even while a `next()`
 * waits: a client that leaves must free its subscription now, not at the next event.
 */
export class PushIterator<T> implements AsyncIterableIterator<T> {
  private waiting: T[] = [];
  private readers: { resolve(result: IteratorResult<T>): void; reject(error: unknown): void }[] = [];
  private finished = false;
  private failure: { error: unknown } | undefined;

  /** @param release called once, when the iterator finishes for whatever reason */
  constructor(private readonly release: () => void) {}

  push(value: T): void {
    if (this.finished) return;
    const reader = this.readers.shift();
    if (reader) reader.resolve({ value, done: false });
    else if (this.waiting.push(value) > MAXIMUM_WAITING) this.finish(new Error('the reader is too slow'));
  }

  /** Ends the iteration, after the values already there; with an error, it is thrown to the reader. */
  finish(error?: unknown): void {
    if (this.finished) return;
    this.finished = true;
    if (error !== undefined) this.failure = { error };
    this.release();
    for (const reader of this.readers.splice(0)) {
      if (this.failure) reader.reject(this.takeFailure());
      else reader.resolve({ value: undefined, done: true });
    }
  }

  next(): Promise<IteratorResult<T>> {
    if (this.waiting.length > 0) return Promise.resolve({ value: this.waiting.shift() as T, done: false });
    if (this.failure) return Promise.reject(this.takeFailure());
    if (this.finished) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve, reject) => this.readers.push({ resolve, reject }));
  }

  return(): Promise<IteratorResult<T>> {
    this.waiting = [];
    this.finish();
    return Promise.resolve({ value: undefined, done: true });
  }

  throw(error: unknown): Promise<IteratorResult<T>> {
    void this.return();
    return Promise.reject(error);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private takeFailure(): unknown {
    const { error } = this.failure as { error: unknown };
    this.failure = undefined;
    return error;
  }
}
