import type { ServerResponse } from 'node:http';
import type { Mailer } from '@ancrage/post/mailer';
import type { Database } from '../database.js';
import { sendJson } from './body.js';

const PATIENCE_MS = 1500;

/**
 * `/health`: the process is alive. `/ready`: its database answers. A mail server that is down is reported and withdraws
 * nothing: people who are signed in still need their tokens.
 */
export function healthRoutes({ database, mailer }: { database: Database; mailer: Mailer }) {
  return async (pathname: string, response: ServerResponse): Promise<void> => {
    if (pathname === '/health') return sendJson(response, 200, { status: 'alive' });
    const [databaseUp, mailUp] = await Promise.all([
      answers(database.em.fork().execute('select 1')),
      answers(mailer.ping()),
    ]);
    sendJson(response, databaseUp ? 200 : 503, {
      status: databaseUp ? 'ready' : 'not ready',
      database: databaseUp ? 'up' : 'down',
      mail: mailUp ? 'up' : 'down',
    });
  };
}

/** A server that neither answers nor refuses counts as down, before whoever asks gives up on us. */
function answers(question: Promise<unknown>): Promise<boolean> {
  const known = question.then(
    () => true,
    () => false,
  );
  const late = new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE_MS);
    void known.then(() => clearTimeout(timer));
  });
  return Promise.race([known, late]);
}
