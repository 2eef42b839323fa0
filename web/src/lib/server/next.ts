import { localizeHref } from '#lib/paraglide/runtime.js';

/** Where to go after signing in: a page of the workspace or a region's keys, never another site's address. */
export function safeNext(asked: string | null): string {
  return localizeHref(asked && /^\/(espace(\/[\w/-]*)?|region\/\d\d\/cles)$/.test(asked) ? asked : '/espace');
}
