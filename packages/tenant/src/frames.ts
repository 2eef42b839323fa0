import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** What a service gives of a territory, piece by piece; a file's pieces come before the next file's. */
export type Frame =
  /** A file begins. */
  | { entry: string }
  /** A line of it, or its bytes (base64). */
  | { line: string }
  | { bytes: string }
  /** All has been given. Whoever does not get this has not got all. */
  | { done: Inventory };

/** What a service gave, to be compared with what arrived. */
export interface Inventory {
  service: string;
  /** Its last migration: what the rows are shaped like. */
  schema: string;
  /** Rows by table. */
  tables: Record<string, number>;
  files: number;
  /** Columns that are kept back, since they let somebody in: `table.column`. */
  withheld: string[];
}

/** Frames as lines of JSON, to travel. */
export async function* toLines(frames: AsyncIterable<Frame>): AsyncGenerator<string> {
  for await (const frame of frames) yield `${JSON.stringify(frame)}\n`;
}

/** Reads what {@link toLines} wrote, as it comes. */
export async function* fromLines(stream: Readable): AsyncGenerator<Frame> {
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity }))
    if (line) yield JSON.parse(line) as Frame;
}
