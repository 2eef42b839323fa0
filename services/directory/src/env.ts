import { readSubgraphEnvironment, type SubgraphEnvironment } from '@ancrage/subgraph/environment';

/** The settings of the process; throws one error that lists every problem. */
export function readEnv(): SubgraphEnvironment {
  return readSubgraphEnvironment('DIRECTORY', process.env);
}
