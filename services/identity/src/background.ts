import type { Logger } from 'pino';

/** Work that an answer does not wait for, but that a stop does. */
export class Background {
  readonly #running = new Set<Promise<void>>();

  constructor(private readonly log: Logger) {}

  /** Starts a task; its failure is logged under `what`. */
  run(what: string, task: () => Promise<void>): void {
    const running = task()
      .catch((error: unknown) => this.log.error({ error: describeError(error) }, `${what} failed`))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}

/** What a log may hold of an error: no message can carry an address into it. */
export function describeError(error: unknown): { name: string; code?: string; message: string } {
  if (!(error instanceof Error)) return { name: typeof error, message: withoutAddresses(String(error)) };
  const { code } = error as { code?: string };
  return { name: error.name, ...(code && { code }), message: withoutAddresses(error.message) };
}

/** A text with its e-mail addresses taken out. */
export function withoutAddresses(text: string): string {
  return text.replace(/[^\s@<>"'(]+@[^\s@<>"')]+/g, '[address]');
}
