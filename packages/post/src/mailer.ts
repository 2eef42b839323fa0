import { createTransport } from 'nodemailer';

export interface MailAttachment {
  filename: string;
  contentType: string;
  content: string;
}

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Shown as the sender, before the address that e-mails come from. */
  from?: string | null;
  /** Comes from this address instead of the platform's. */
  fromAddress?: string | null;
  replyTo?: string | null;
  /** The same for each attempt at one e-mail, so that its reader's server knows a second copy. */
  id?: string;
  attachments?: MailAttachment[];
  /** Where its reader's mail programme stops such letters in one click (RFC 8058). */
  stopHref?: string | null;
  /** Where its reader's server sends it back to when it cannot be delivered. */
  bounceTo?: string | null;
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
  const platform = /[^\s<>]+@[^\s<>]+/.exec(from)?.[0] ?? from;
  const domain = platform.slice(platform.lastIndexOf('@') + 1);
  return {
    send: async ({ from: name, fromAddress, replyTo, id, stopHref, bounceTo, ...mail }) => {
      const address = fromAddress || platform;
      await transport.sendMail({
        ...mail,
        // As values of their own, a name or an address cannot turn into further headers or recipients.
        ...((name || fromAddress) && { from: { name: name ?? '', address } }),
        ...(replyTo && { replyTo: { name: '', address: replyTo } }),
        ...(id && { messageId: `<${id}@${domain}>` }),
        ...(bounceTo && { envelope: { from: bounceTo, to: mail.to } }),
        ...(stopHref && {
          headers: {
            'List-Unsubscribe': { prepared: true, foldLines: true, value: `<${stopHref}>` },
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          },
        }),
      });
    },
    ping: async () => void (await transport.verify()),
    close: () => transport.close(),
  };
}
