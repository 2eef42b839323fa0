import { createWriteStream, openSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import Papa from 'papaparse';
import { ImportRefusedError } from './import-refused.js';
import type { Rejection } from './rejection.js';

const EXAMPLES = 10;

/** Counts rejected rows, keeps a few to show and writes all of them as CSV to where the caller wants them, if anywhere. */
export class RejectedRows {
  count = 0;
  readonly examples: ({ line: number } & Rejection)[] = [];
  private failure: Error | null = null;

  constructor(private readonly file: Writable | null) {
    this.file?.on('error', (error) => {
      this.failure = error;
    });
    this.file?.write('line,code,reason\n');
  }

  add(line: number, { code, reason }: Rejection): void {
    this.count++;
    if (this.examples.length < EXAMPLES) this.examples.push({ line, code, reason });
    // Reasons quote the file: what a spreadsheet would run as a formula is escaped.
    this.file?.write(`${Papa.unparse([[line, code, reason]], { escapeFormulae: true })}\n`);
  }

  /** Resolves when the file has taken what was written, so that a file of nothing but errors does not fill memory. */
  async drained(): Promise<void> {
    if (this.failure) throw this.failure;
    if (this.file?.writableNeedDrain)
      await new Promise<void>((resolve, reject) => {
        this.file?.once('drain', resolve).once('error', reject);
      });
  }

  async close(): Promise<void> {
    if (!this.file || this.failure) return;
    this.file.end();
    await finished(this.file);
  }
}

/** Opens a CSV file for rejected rows. */
export function openErrors(path: string): Writable {
  try {
    return createWriteStream(path, { fd: openSync(path, 'w') });
  } catch (error) {
    throw new ImportRefusedError(`errors: ${path} cannot be written (${(error as Error).message})`);
  }
}
