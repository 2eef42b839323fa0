import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { ArgumentValidationError } from 'type-graphql';

/** The refusals a caller may meet; anything else is a fault of ours and is masked. */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_INPUT',
  'CONFLICT',
  'RATE_LIMITED',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A refusal with a code that clients may act upon and a message that people may read. */
export class CodedError extends GraphQLError {
  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message, { extensions: { ...details, code } });
  }
}
export class UnauthenticatedError extends CodedError {
  constructor(message = 'Connectez-vous pour continuer.') {
    super('UNAUTHENTICATED', message);
  }
}
export class ForbiddenError extends CodedError {
  constructor(message = 'Votre rôle sur ce territoire ne permet pas cette action.') {
    super('FORBIDDEN', message);
  }
}
export class NotFoundError extends CodedError {
  constructor(message: string) {
    super('NOT_FOUND', message);
  }
}
export class BadInputError extends CodedError {
  /** `field` is the argument or input path that is wrong. */
  constructor(message: string, field?: string) {
    super('BAD_INPUT', message, field ? { field } : {});
  }
}
export class ConflictError extends CodedError {
  constructor(message: string) {
    super('CONFLICT', message);
  }
}

/** What a resolver threw, as the caller may see it; what is masked is logged whole with its request id. */
export function maskError(error: GraphQLError, requestId: string, log: Logger): GraphQLError {
  const place = { nodes: error.nodes, path: error.path };
  const refused = error.originalError instanceof ArgumentValidationError ? error.originalError : error;
  if (refused instanceof ArgumentValidationError) {
    const { field, message } = firstProblem(refused);
    return new GraphQLError(message, { ...place, extensions: { code: 'BAD_INPUT', field, requestId } });
  }
  // graphql-jit's own errors come without extensions.
  const code = error.extensions?.['code'];
  if ((ERROR_CODES as readonly unknown[]).includes(code)) {
    return new GraphQLError(error.message, {
      ...place,
      extensions: { ...error.extensions, code, requestId },
    });
  }
  log.error({ err: error.originalError ?? error, requestId, path: error.path }, 'resolver failed');
  return new GraphQLError('Une erreur inattendue est survenue.', {
    ...place,
    extensions: { code: 'INTERNAL', requestId },
  });
}

/** The path and the words of the first argument that class-validator refused. */
function firstProblem(error: ArgumentValidationError): { field: string; message: string } {
  let [problem] = error.extensions.validationErrors;
  const path = [problem?.property];
  while (problem?.children?.[0]) {
    problem = problem.children[0];
    path.push(problem.property);
  }
  const [message = "Cette valeur n'est pas acceptée."] = Object.values(problem?.constraints ?? {});
  return { field: path.join('.'), message };
}

const KNOWN_CODES = new Set<unknown>([...ERROR_CODES, 'INTERNAL']);

/** Documents that do not parse or validate are the sender's mistake, by one code whatever the stage. */
export function formatRequestError(
  formatted: GraphQLFormattedError,
  cause: unknown,
  log: Logger,
): GraphQLFormattedError {
  const { stacktrace: _hidden, ...extensions } = formatted.extensions ?? {};
  if (KNOWN_CODES.has(extensions['code'])) return { ...formatted, extensions };
  if (extensions['code'] === 'INTERNAL_SERVER_ERROR') {
    log.error({ err: cause }, 'request failed before its resolvers');
    return { ...formatted, message: 'Une erreur inattendue est survenue.', extensions: { code: 'INTERNAL' } };
  }
  return { ...formatted, extensions: { ...extensions, code: 'BAD_INPUT' } };
}
