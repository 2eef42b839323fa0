import PostalMime from 'postal-mime';

/** What came back: where to, and what it says of each mailbox. */
export interface Bounce {
  /** Addresses at which it arrived. */
  arrivedAt: string[];
  reports: BounceReport[];
}

/** What a delivery status notification says of one mailbox (RFC 3464). */
export interface BounceReport {
  /** failed, delayed, delivered, relayed or expanded */
  action: string;
  /** 5.1.1 */
  status: string;
  /** What the mailbox's server said, at a bounded length. */
  diagnostic: string;
}

/** A message beyond this is not one that says that another could not be delivered. */
export const LARGEST_BOUNCE = 2 * 1024 * 1024;
const DIAGNOSTIC_LENGTH = 300;
const ARRIVAL_HEADERS = new Set(['to', 'delivered-to', 'x-original-to', 'envelope-to']);

/** Reads a message that came back; one that reports nothing has no reports. Throws for what is no message. */
export async function readBounce(message: Uint8Array): Promise<Bounce> {
  const mail = await PostalMime.parse(message, { attachmentEncoding: 'utf8' });
  const arrivedAt = mail.headers
    .filter(({ key }) => ARRIVAL_HEADERS.has(key))
    .flatMap(({ value }) => value.match(/[^\s<>,;"]+@[^\s<>,;"]+/g) ?? []);
  const reports = mail.attachments
    .filter(({ mimeType }) => mimeType === 'message/delivery-status')
    .flatMap(({ content }) =>
      readReports(typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString()),
    );
  return { arrivedAt, reports };
}

/** Groups of fields, one blank line between them; the first group is about the message, each other about a mailbox. */
function readReports(text: string): BounceReport[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((group) => {
      const lines = group.replace(/\n[ \t]+/g, ' ').split('\n');
      return new Map(
        lines.map((line) => {
          const colon = line.indexOf(':');
          return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
        }),
      );
    })
    .filter((fields) => fields.has('action'))
    .map((fields) => ({
      action: (fields.get('action') ?? '').toLowerCase(),
      status: fields.get('status') ?? '',
      diagnostic: (fields.get('diagnostic-code') ?? fields.get('status') ?? '').slice(0, DIAGNOSTIC_LENGTH),
    }));
}

/**
 * Whether a mailbox refuses for good: it failed with a permanent status that is about the address (5.1, 5.4), the mailbox
 * being switched off (5.2.1) or unknown reasons (5.0). A full one, a letter that is too large or not wanted says nothing of
 * the next letter.
 */
export const isHard = ({ action, status }: BounceReport): boolean =>
  action === 'failed' && /^5\.(?:[014]\.\d+|2\.[01])\b/.test(status);
