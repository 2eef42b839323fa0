import { randomUUID } from 'node:crypto';
import PostalMime, { type Address } from 'postal-mime';

/** One line of the list of received messages. */
export interface MessageSummary {
  id: string;
  from: string;
  to: string[];
  subject: string;
  /** When it was received, ISO 8601. */
  date: string;
}

/** A received message; attachments are described, their content is not kept. */
export interface Message extends MessageSummary {
  text: string | null;
  html: string | null;
  attachments: { filename: string | null; mimeType: string; size: number }[];
}

const MOST_MESSAGES = 200;
const MOST_BYTES = 32 * 1024 * 1024;

/** The latest messages, in memory, bounded in number and in bytes: the oldest go first. */
export class Mailbox {
  #kept: { message: Message; bytes: number }[] = [];
  #bytes = 0;

  /** Parses and keeps a message; `to` is the envelope's, so blind copies are seen too. */
  async receive(raw: Buffer, envelope: { from: string; to: string[] }): Promise<void> {
    const mail = await PostalMime.parse(raw);
    const message: Message = {
      id: randomUUID(),
      from: mailboxOf(mail.from) ?? envelope.from,
      to: envelope.to.map((address) => address.toLowerCase()),
      subject: mail.subject ?? '',
      date: new Date().toISOString(),
      text: mail.text ?? null,
      html: mail.html ?? null,
      attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
        filename,
        mimeType,
        size: typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength,
      })),
    };
    this.#kept.push({ message, bytes: raw.length });
    this.#bytes += raw.length;
    while (this.#kept.length > MOST_MESSAGES || this.#bytes > MOST_BYTES) {
      this.#bytes -= this.#kept.shift()!.bytes;
    }
  }

  /** Newest first; `to` keeps the messages of one recipient. */
  list(to?: string): MessageSummary[] {
    const wanted = to?.toLowerCase();
    return this.#kept
      .filter(({ message }) => !wanted || message.to.includes(wanted))
      .map(({ message: { id, from, to, subject, date } }) => ({ id, from, to, subject, date }))
      .reverse();
  }

  find(id: string): Message | undefined {
    return this.#kept.find(({ message }) => message.id === id)?.message;
  }

  clear(): void {
    this.#kept = [];
    this.#bytes = 0;
  }
}

function mailboxOf(from: Address | undefined): string | undefined {
  if (!from?.address) return undefined;
  return from.name ? `${from.name} <${from.address}>` : from.address;
}
