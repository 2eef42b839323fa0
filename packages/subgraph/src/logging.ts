import { type Logger, pino } from 'pino';

export type { Logger };

/** JSON lines on stdout; secrets and personal data are kept out by never being logged, and redacted if they are. */
export function createLogger(name: string, level: string): Logger {
  return pino({ name, level, redact: ['*.authorization', '*.password', '*.email', '*.token', '*.secret'] });
}
