declare module 'ancrage:handler' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  /** Answers with the site's pages and assets. */
  export function handler(request: IncomingMessage, response: ServerResponse, next: () => void): void;
}
