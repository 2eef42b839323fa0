import { z } from 'zod';

/** The setting by which links are signed, for `readEnvironment`. */
export const LINK_SETTINGS = { LINK_SECRET: z.string().min(32, 'must be 32 characters at least') };

/** The settings by which e-mails leave, for `readEnvironment`. */
export const MAIL_SETTINGS = {
  SMTP_URL: z.url({ protocol: /^smtps?$/, message: 'must be an smtp:// or smtps:// URL' }),
  MAIL_FROM: z.string().regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/, 'must hold an e-mail address'),
};

/** Where letters come back to, for `readEnvironment`: before the sign + of a mailbox that takes any such address. */
export const BOUNCE_SETTINGS = {
  MAIL_BOUNCES: z
    .string()
    .regex(
      /^[a-z0-9._-]{1,21}@[a-z0-9.-]+\.[a-z]{2,24}$/i,
      'must be an address with 21 characters at most before the @',
    )
    .optional(),
};
