import { localizeHref } from '#lib/paraglide/runtime.js';

/** Where to go after signing in: a page of the workspace, never another site's address. */
export function safeNext(asked: string | null): string {
  return localizeHref(asked && /^\/espace(\/[\w/-]*)?$/.test(asked) ? asked : '/espace');
}
