import { createClient } from 'graphql-ws';
import { ImportProgressDocument, type ImportProgressSubscription } from '#lib/graphql/generated/graphql.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

type Run = ImportProgressSubscription['importProgress'];

/** Tells how an import of the territory goes on, to whoever is signed in; silence when the gateway cannot be heard. */
export function followImport(territory: string, id: string, onRun: (run: Run) => void): () => void {
  const client = createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    // Asked for again at each connection: a token is short-lived.
    connectionParams: async () => ({ territory, locale: getLocale(), authorization: await token() }),
    lazy: true,
    retryAttempts: 8,
    shouldRetry: () => true,
  });
  const { hash } = (ImportProgressDocument as unknown as { __meta__: { hash: string } }).__meta__;
  const stop = client.subscribe<ImportProgressSubscription>(
    { query: '', variables: { id }, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } },
    { next: ({ data }) => data && onRun(data.importProgress), error: () => {}, complete: () => {} },
  );
  return () => {
    stop();
    void client.dispose();
  };
}

/** What the gateway takes as proof of who listens. */
async function token(): Promise<string | undefined> {
  const answer = await fetch('/auth/token', { headers: { accept: 'application/json' } });
  return answer.ok ? `Bearer ${((await answer.json()) as { token: string }).token}` : undefined;
}
