import { createTransport } from 'nodemailer';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Sends mails through the configured SMTP server. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  /** Resolves when the SMTP server answers. */
  ping(): Promise<void>;
  close(): void;
}

const PATIENCE_MS = 10_000;

/** A mailer over SMTP; connections are kept for the next mail. */
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
  return {
    send: async (mail) => void (await transport.sendMail(mail)),
    ping: async () => void (await transport.verify()),
    close: () => transport.close(),
  };
}
