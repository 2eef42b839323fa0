/** One event of a `text/event-stream`. */
export type StreamEvent = { event: string; data: string };

/**
 * Cuts the text of a `text/event-stream` into events (WHATWG HTML, "Server-sent events"). Comments, ids and retry
 * delays are left out: our streams do not resume.
 */
export class EventStreamParser {
  private rest = '';
  private event = '';
  private data: string[] = [];

  /** The events completed by the next piece of text. */
  push(text: string): StreamEvent[] {
    const events: StreamEvent[] = [];
    const lines = (this.rest + text).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '') {
        if (this.event || this.data.length > 0) {
          events.push({ event: this.event || 'message', data: this.data.join('\n') });
        }
        this.event = '';
        this.data = [];
      } else this.readField(line);
    }
    return events;
  }

  private readField(line: string): void {
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.event = value;
    if (field === 'data') this.data.push(value);
  }
}
