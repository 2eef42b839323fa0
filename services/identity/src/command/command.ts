import type { ApiKeyService } from '../api-key/api-key.service.js';
import type { RightsService } from '../rights/rights.service.js';

/** What commands work with; the database is opened once the command line is known to be right. */
export interface CommandContext {
  localRun: boolean;
  open(): Promise<{ rights: RightsService; apiKeys: ApiKeyService }>;
  print(line: string): void;
}

/** One command of the operator. Throws `UsageError` for a command line it cannot carry out. */
export interface Command {
  usage: string;
  run(args: string[], context: CommandContext): Promise<void>;
}
