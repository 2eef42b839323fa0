import {
  readEnvironment,
  readSubgraphEnvironment,
  type SubgraphEnvironment,
} from '@ancrage/subgraph/environment';
import { z } from 'zod';

/** The settings of the process; throws one error that lists every problem. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): SubgraphEnvironment {
  return readSubgraphEnvironment('ACCOMPANIMENT', source);
}

/** The setting of the operator's commands, which connect as the owner of the tables. */
export function readOwnerUrl(): string {
  const shape = { ACCOMPANIMENT_DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }) };
  return readEnvironment(shape, process.env).ACCOMPANIMENT_DATABASE_OWNER_URL;
}
