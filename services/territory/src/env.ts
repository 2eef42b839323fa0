import { readSubgraphEnvironment, type SubgraphEnvironment } from '@ancrage/subgraph/environment';

/** The only place of this service that reads process.env. */
export const readEnv = (source: NodeJS.ProcessEnv = process.env): SubgraphEnvironment =>
  readSubgraphEnvironment('TERRITORY', source);

/** What the command line needs: the database alone. */
export function readDatabaseEnv(
  source: NodeJS.ProcessEnv = process.env,
): Pick<SubgraphEnvironment, 'databaseUrl' | 'databaseOwnerUrl'> {
  const { databaseUrl, databaseOwnerUrl } = readSubgraphEnvironment('TERRITORY', {
    ...source,
    PORT: '1',
    GATEWAY_SECRET: 'not used by commands, which serve nobody',
  });
  return { databaseUrl, databaseOwnerUrl };
}
