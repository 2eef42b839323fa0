import { pino } from 'pino';

/** The site's log: one JSON line an event. Its level is set when the server starts. */
export const log = pino({ name: 'web', base: undefined });
