import { describeError } from './background.js';
import { DatabaseError } from './database.js';
import { EnvError } from './env.js';

/** One clear line for what an operator can repair; null for a fault of ours. */
export function explainFailure(error: unknown): string | null {
  if (error instanceof EnvError || error instanceof DatabaseError) return error.message;
  const { code, port } = error as { code?: string; port?: number };
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is already in use: stop what uses it, or set PORT.`;
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
      return 'The database does not answer: check that PostgreSQL runs, and the IDENTITY_DATABASE_* settings.';
    case '28P01':
    case '28000':
      return 'The database refuses the login: check user and password in the IDENTITY_DATABASE_* settings.';
    case '3D000':
      return 'The database does not exist: create it and its roles (services/identity/README.md).';
    case '42P01':
      return 'The database has no tables yet: run "node dist/cli.js migrate", or start the service once.';
    default:
      return null;
  }
}

/** Says what prevents the process from going on, and ends it. */
export function fail(error: unknown): never {
  const explanation = explainFailure(error);
  if (explanation) console.error(explanation);
  else console.error(describeError(error), error instanceof Error ? error.stack : '');
  process.exit(1);
}
