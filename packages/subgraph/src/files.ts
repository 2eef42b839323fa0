import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { BodyLimit } from './body-limit.js';
import type { SubgraphContext } from './context.js';
import { CodedError, type ErrorCode } from './errors.js';
import { sendJson } from './http.js';

/** A file on its way in or out, for a viewer who may not be allowed to have it: the route decides. */
export interface FileExchange {
  /** As resolvers get it: the viewer, the territory, and the database through them. */
  context: SubgraphContext;
  request: IncomingMessage;
  response: ServerResponse;
  /** What the groups of the route's path matched. */
  parameters: Record<string, string>;
  search: URLSearchParams;
  /**
   * The body, as it comes. Until this is called its sender waits, so refuse before. The stream fails with
   * `FileTooLargeError` past the limit, and when the sender leaves half-way.
   */
  body(maximumBytes: number): Readable;
}

export interface FileRoute {
  method: 'GET' | 'POST';
  /** As URLPattern reads it: `/files/imports/:id/erreurs.csv`. Under `/files/public/` nobody is told apart. */
  path: string;
  /** Answers, or throws a `CodedError`. */
  handle(exchange: FileExchange): Promise<void>;
}

const STATUS: Record<ErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_INPUT: 422,
  CONFLICT: 409,
  RATE_LIMITED: 429,
};

/** A body longer than its route takes. `problem` is what clients tell it by. */
export class FileTooLargeError extends CodedError {
  constructor(readonly maximumBytes: number) {
    super('BAD_INPUT', `Ce fichier dépasse ${Math.round(maximumBytes / 1e6)} Mo.`, {
      problem: 'FILE_SIZE',
      maximumBytes,
    });
  }
}

export type FilesHandler = (
  context: SubgraphContext,
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void>;

/** Answers what comes under `/files/`, each route for itself. */
export function createFiles(routes: readonly FileRoute[]): FilesHandler {
  const table = routes.map((route) => ({ ...route, pattern: new URLPattern({ pathname: route.path }) }));
  return async (context, request, response) => {
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const url = new URL(request.url ?? '/', 'http://service');
    for (const route of table) {
      const match = route.method === method ? route.pattern.exec(url) : null;
      if (!match) continue;
      const parameters = match.pathname.groups as Record<string, string>;
      const body = (maximumBytes: number) => receive(request, response, maximumBytes);
      try {
        return await route.handle({
          context,
          request,
          response,
          parameters,
          search: url.searchParams,
          body,
        });
      } catch (error) {
        return refuse(error, context, request, response);
      }
    }
    sendJson(response, 404, {
      errors: [{ message: 'Ce fichier n’existe pas.', extensions: { code: 'NOT_FOUND' } }],
    });
  };
}

function receive(request: IncomingMessage, response: ServerResponse, maximumBytes: number): Readable {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > maximumBytes) throw new FileTooLargeError(maximumBytes);
  if (request.headers.expect !== undefined) response.writeContinue();
  const limited = new BodyLimit(maximumBytes, () => new FileTooLargeError(maximumBytes));
  // A route that has not got round to reading yet finds the failure when it does.
  limited.on('error', () => {});
  request.once('close', () => {
    if (!request.complete) limited.destroy(new Error('the sender left'));
  });
  return request.pipe(limited);
}

function refuse(
  error: unknown,
  context: SubgraphContext,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  // Who left half-way gets no answer, and that is no fault of ours. A request read to its end is destroyed as well.
  if (response.destroyed || (request.destroyed && !request.complete)) return;
  if (!(error instanceof CodedError) || response.headersSent) throw error;
  const code = error.extensions['code'] as ErrorCode;
  const status = error instanceof FileTooLargeError ? 413 : STATUS[code];
  const { requestId } = context.origin;
  request.unpipe();
  request.resume();
  sendJson(response, status, {
    errors: [{ message: error.message, extensions: { ...error.extensions, requestId } }],
  });
}
