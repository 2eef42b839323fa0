import type { IncomingMessage } from 'node:http';

/** Where a plain form goes after a file was sent, or not: pages of the site, `{id}` standing for what was made. */
export type FormReturn = { next: string; back: string };

/** A page of the workspace, of one's own entry or of a household's project, in either language. */
const page = /^(\/en)?\/((espace|annuaire\/ma-fiche)(\/[a-z0-9-]+|\/\{id\})*|mon-projet\/[\w-]{64})$/;
/** What a household's page then says was done. */
const said = /\?fait=document$/;

/**
 * Takes the parameters `next` and `back` out of the address that a form sends a file to. Null when they are none, or
 * when the answer is for a program: it then gets what the service says, as it is.
 */
export function formReturn(request: IncomingMessage, url: URL): FormReturn | null {
  const next = url.searchParams.get('next');
  const back = url.searchParams.get('back');
  url.searchParams.delete('next');
  url.searchParams.delete('back');
  const reads = request.headers.accept?.includes('text/html') ?? false;
  if (request.method !== 'POST' || !reads || !next || !back) return null;
  return page.test(next.replace(said, '')) && page.test(back) ? { next, back } : null;
}

/** The page that tells the person what came of it; `refus` is the code of why it was not taken. */
export function pageAfter({ next, back }: FormReturn, status: number, body: string): string {
  const answer = parse(body);
  if (status < 300) return next.replace('{id}', encodeURIComponent(String(answer.id ?? '')));
  const [error] = answer.errors ?? [];
  return `${back}?refus=${encodeURIComponent(error?.extensions?.problem ?? String(status))}`;
}

type Answer = { id?: string; errors?: { extensions?: { problem?: string } }[] };

function parse(body: string): Answer {
  try {
    return (JSON.parse(body) ?? {}) as Answer;
  } catch {
    return {};
  }
}
