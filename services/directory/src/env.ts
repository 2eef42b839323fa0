import {
  readEnvironment,
  readSubgraphEnvironment,
  type SubgraphEnvironment,
} from '@ancrage/subgraph/environment';
import { z } from 'zod';

/** The settings of the process; throws one error that lists every problem. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): SubgraphEnvironment {
  return readSubgraphEnvironment('DIRECTORY', source);
}

/** The setting of the operator's commands, which connect as the owner of the tables. */
export function readOwnerUrl(): string {
  const shape = { DIRECTORY_DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }) };
  return readEnvironment(shape, process.env).DIRECTORY_DATABASE_OWNER_URL;
}
