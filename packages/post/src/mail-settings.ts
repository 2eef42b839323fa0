import { z } from 'zod';

/** The setting by which links are signed, for `readEnvironment`. */
export const LINK_SETTINGS = { LINK_SECRET: z.string().min(32, 'must be 32 characters at least') };

/** The settings by which e-mails leave, for `readEnvironment`. */
export const MAIL_SETTINGS = {
  SMTP_URL: z.url({ protocol: /^smtps?$/, message: 'must be an smtp:// or smtps:// URL' }),
  MAIL_FROM: z.string().regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/, 'must hold an e-mail address'),
};
