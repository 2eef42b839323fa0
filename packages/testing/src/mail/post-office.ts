import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Delivered {
  to: string;
  /** Where it comes back to when it cannot be delivered. */
  from: string;
  /** Headers and text as they came over the wire. */
  raw: string;
}

/** A real SMTP server that refuses some mailboxes; `silent` makes it take a letter and never say so. */
export class PostOffice {
  readonly delivered: Delivered[] = [];
  silent = false;
  /** Letters that came whole, answered or not. */
  received = 0;
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, done) =>
      address.startsWith('inconnue')
        ? done(Object.assign(new Error('No such mailbox'), { responseCode: 550 }))
        : done(),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        this.received += 1;
        if (this.silent) return;
        const raw = Buffer.concat(chunks).toString('utf8');
        const { mailFrom, rcptTo } = session.envelope;
        this.delivered.push({ to: rcptTo[0]?.address ?? '', from: mailFrom ? mailFrom.address : '', raw });
        done();
      });
    },
  });

  static async open(port = 0): Promise<PostOffice> {
    const office = new PostOffice();
    office.server.on('error', () => {});
    await once(office.server.listen(port, '127.0.0.1'), 'listening');
    return office;
  }

  get mail() {
    const { port } = this.server.server.address() as AddressInfo;
    return { smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Ancrage <ne-pas-repondre@ancrage.test>' };
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
