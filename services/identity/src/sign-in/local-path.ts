/** Says whether a redirect target stays on the host it is asked on: a path, not another site's address. */
export function isLocalPath(target: string): boolean {
  return /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(target);
}
