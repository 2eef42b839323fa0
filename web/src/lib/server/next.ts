import { localizeHref } from '#lib/paraglide/runtime.js';

/** Where to go after signing in: a page of the workspace, never another site's address. */
export function safeNext(asked: string | null): string {
  return localizeHref(asked && /^\/espace(\/[a-z0-9AB/-]*)?$/.test(asked) ? asked : '/espace');
}
