import type { IncomingMessage } from 'node:http';
import { Transform, type TransformCallback } from 'node:stream';
import { Refusal } from '../refusals.js';

/**
 * The body of an upload on its way through: fails when it grows past the limit, whatever length was announced, when
 * nothing comes for too long, and when its sender leaves.
 */
export class UploadBody extends Transform {
  private received = 0;
  private stall: NodeJS.Timeout | undefined;

  constructor(
    request: IncomingMessage,
    private readonly byteLimit: number,
    private readonly stallMs: number,
  ) {
    super();
    // Whoever reads learns of a failure by reading; before that there is nobody to tell.
    this.on('error', () => {});
    request.once('close', () => {
      if (!request.complete) this.destroy(new Error('the sender left'));
    });
    this.watch();
    request.pipe(this);
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.received += chunk.length;
    if (this.received > this.byteLimit) return void done(fileTooLarge(this.byteLimit));
    this.watch();
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    clearTimeout(this.stall);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearTimeout(this.stall);
    done(error);
  }

  private watch(): void {
    clearTimeout(this.stall);
    this.stall = setTimeout(() => this.destroy(new Refusal('STALLED')), this.stallMs);
  }
}

/** Says how much would have been taken. */
export const fileTooLarge = (byteLimit: number): Refusal =>
  new Refusal('FILE_SIZE', `${Math.round(byteLimit / 1e6)} Mo`);
