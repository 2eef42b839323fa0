import { randomUUID } from 'node:crypto';
import type { HandleServerError } from '@sveltejs/kit/hooks';
import { log } from './log.ts';

/** Refusals pass as they are; an accident is logged, and its reader gets a number to quote. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') {
    return;
  }
  const id = randomUUID();
  log.error({ err: error, id, path: event.url.pathname, host: event.url.hostname }, 'a page failed');
  return { message: 'Internal error', id };
};
