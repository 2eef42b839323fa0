import { createTransport } from 'nodemailer';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Shown as the sender, before the address that all e-mails come from. */
  from?: string | null;
  replyTo?: string | null;
  /** The same for each attempt at one e-mail, so that its reader's server knows a second copy. */
  id?: string;
}

/** Hands e-mails over to the configured SMTP server. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  /** Resolves when the SMTP server answers. */
  ping(): Promise<void>;
  close(): void;
}

const PATIENCE_MS = 10_000;

/**
 * A mailer over SMTP; connections are kept for the next mail.
 * @param from the setting MAIL_FROM: an address, or a name and an address in angle brackets
 */
export function createMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport(
    {
      url: smtpUrl,
      pool: true,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    },
    // Tells answering machines, and filters that read headers, that nobody wrote this.
    { from, headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' } },
  );
  const address = /[^\s<>]+@[^\s<>]+/.exec(from)?.[0] ?? from;
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return {
    send: async ({ from: name, replyTo, id, ...mail }) => {
      await transport.sendMail({
        ...mail,
        // As values of their own, a name or an address cannot turn into further headers or recipients.
        ...(name && { from: { name, address } }),
        ...(replyTo && { replyTo: { name: '', address: replyTo } }),
        ...(id && { messageId: `<${id}@${domain}>` }),
      });
    },
    ping: async () => void (await transport.verify()),
    close: () => transport.close(),
  };
}
