import { createTransport } from 'nodemailer';
import type { Mail } from './invitation.mail.js';

/** Hands e-mails over to the configured SMTP server. */
export interface Mailer {
  send(to: string, mail: Mail): Promise<void>;
  close(): void;
}

const PATIENCE_MS = 10_000;

export function createMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport(
    {
      url: smtpUrl,
      pool: true,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    },
    { from },
  );
  return {
    send: async (to, mail) => void (await transport.sendMail({ to, ...mail })),
    close: () => transport.close(),
  };
}
