import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Asked {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string;
}

export interface Question {
  asked: Asked;
  times: number;
  /** How many are under way at a time. */
  atOnce: number;
}

/** How long each answer took, in milliseconds, and all of them together; the size of the last. */
export interface Waits {
  waits: number[];
  seconds: number;
  bytes: number;
}

export interface Round {
  perSecond: number;
  p50: number;
  p95: number;
  bytes: number;
}

const CLIENT = fileURLToPath(new URL('./waiting.client.js', import.meta.url));

/** Measures how long somebody waits for answers, in a process of its own (waiting.client.ts). */
export class Waiting {
  private constructor(private readonly client: ChildProcess) {}

  static async start(): Promise<Waiting> {
    const client = fork(CLIENT, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    await once(client, 'message');
    return new Waiting(client);
  }

  async measured(question: Question): Promise<Round> {
    this.client.send(question);
    const [answer] = (await once(this.client, 'message')) as [Waits | { error: string }];
    if ('error' in answer) throw new Error(answer.error);
    const { waits, seconds, bytes } = answer;
    const sorted = waits.sort((first, second) => first - second);
    const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] as number;
    return { perSecond: waits.length / seconds, p50: at(0.5), p95: at(0.95), bytes };
  }

  stop(): void {
    this.client.disconnect();
  }
}

/** The round with the median of its slow answers. */
export const medianRound = (rounds: readonly Round[]): Round =>
  rounds.toSorted((one, other) => one.p95 - other.p95)[Math.floor(rounds.length / 2)] as Round;
