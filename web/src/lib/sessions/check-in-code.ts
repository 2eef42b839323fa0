/** Letters and digits that nobody takes for another when they are read aloud (Crockford). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TOKEN = /(?:^|\/)([A-Za-z0-9_-]{64})\/?$/;

/**
 * What is typed where a check-in code cannot be scanned: seven signs, as K7M-2QPX. It stands for the household within one
 * session and proves nothing by itself; those who type it have the list of that session before them.
 */
export function checkInCode(token: string): string {
  const bytes = atob(token.slice(0, 8).replaceAll('-', '+').replaceAll('_', '/'));
  let bits = [...bytes].reduce((value, byte) => value * 256 + byte.charCodeAt(0), 0);
  let code = '';
  for (let nth = 0; nth < 7; nth += 1) {
    code = SIGNS[bits % 32] + code;
    bits = Math.floor(bits / 32);
  }
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}

/** A code as somebody typed it, ready to be compared: any case, any blanks, O for 0, I and L for 1. */
export const codeKey = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[\s.-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

/** The token in what a camera read: the whole address of a check-in, or the token alone; null for any other code. */
export const tokenIn = (text: string): string | null => TOKEN.exec(text.trim())?.[1] ?? null;
