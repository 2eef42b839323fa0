import {
  readEnvironment,
  readSubgraphEnvironment,
  type SubgraphEnvironment,
} from '@ancrage/subgraph/environment';
import { z } from 'zod';

/** The settings of the process; throws one error that lists every problem. */
export function readEnv(): SubgraphEnvironment {
  return readSubgraphEnvironment('ACCOMPANIMENT', process.env);
}

/** The setting of the operator's commands, which connect as the owner of the tables. */
export function readOwnerUrl(): string {
  const shape = { ACCOMPANIMENT_DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }) };
  return readEnvironment(shape, process.env).ACCOMPANIMENT_DATABASE_OWNER_URL;
}
