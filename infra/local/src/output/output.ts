import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import pc from 'picocolors';
import { renderLogLine, type Severity } from './log-line.js';

const PREFIX_COLORS = [pc.cyan, pc.magenta, pc.green, pc.yellow, pc.blue, pc.red];
const SEVERITY_COLORS: Record<Severity, (text: string) => string> = {
  debug: pc.dim,
  info: (text) => text,
  warn: pc.yellow,
  error: pc.red,
};

/** What a local run prints: every line behind the name of the process that says it. */
export class Output {
  private readonly colors = new Map<string, (text: string) => string>();

  constructor(private readonly write: (text: string) => void = (text) => void process.stdout.write(text)) {}

  /** Prints what a process writes on one of its streams, until it ends. */
  pipe(name: string, stream: Readable | null): void {
    if (!stream) return;
    createInterface({ input: stream }).on('line', (line) => {
      if (line.trim() === '') return;
      const { text, severity } = renderLogLine(line);
      this.line(name, text, severity);
    });
  }

  line(name: string, text: string, severity: Severity = 'info'): void {
    const prefix = this.#color(name)(`${name.padEnd(13)} │`);
    const color = SEVERITY_COLORS[severity];
    for (const part of text.split('\n')) this.write(`${prefix} ${color(part)}\n`);
  }

  /** Text that no process says: the summary. */
  plain(text: string): void {
    this.write(`${text}\n`);
  }

  #color(name: string): (text: string) => string {
    let color = this.colors.get(name);
    if (!color) {
      color = PREFIX_COLORS[this.colors.size % PREFIX_COLORS.length] ?? pc.cyan;
      this.colors.set(name, color);
    }
    return color;
  }
}
