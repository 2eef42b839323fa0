import { Writable } from 'node:stream';

/** Keeps the first lines of a text, as many as fit; a file of nothing but errors does not fill memory. */
export class BoundedLines extends Writable {
  private readonly lines: string[] = [];
  private length = 0;

  constructor(
    private readonly maximumLines: number,
    private readonly maximumLength: number,
  ) {
    super({ decodeStrings: false });
  }

  get text(): string {
    return this.lines.join('');
  }

  override _write(chunk: string, _encoding: string, done: () => void): void {
    if (this.lines.length < this.maximumLines && this.length + chunk.length <= this.maximumLength) {
      this.lines.push(chunk);
      this.length += chunk.length;
    }
    done();
  }
}
