import { Transform, type TransformCallback } from 'node:stream';

/** Passes bytes on until there are too many: then it fails, whatever length was announced. */
export class BodyLimit extends Transform {
  private received = 0;

  constructor(
    private readonly maximumBytes: number,
    private readonly tooLarge: () => Error,
  ) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.received += chunk.length;
    if (this.received > this.maximumBytes) done(this.tooLarge());
    else done(null, chunk);
  }
}
