import { localizeHref } from '#lib/paraglide/runtime.js';

/** Where to go after signing in: a page of the workspace or of operators, a region's keys; never another site's address. */
export function safeNext(asked: string | null): string {
  return localizeHref(
    asked && /^\/((espace|operateur)(\/[\w/-]*)?|region\/\d\d\/cles)$/.test(asked) ? asked : '/espace',
  );
}
