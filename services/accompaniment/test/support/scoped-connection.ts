import pg from 'pg';

export interface TestScope {
  territoryId: string | null;
  role: string;
  userId?: string;
}

/** Runs statements on one connection as somebody of a territory, then undoes them. */
export async function inScope<T>(
  url: string,
  { territoryId, role, userId = '' }: TestScope,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('app.territory_id', $1, true), set_config('app.role', $2, true),
         set_config('app.user_id', $3, true)`,
      [territoryId ?? '', role, userId],
    );
    return await work(client);
  } finally {
    await client.query('rollback').catch(() => {});
    await client.end();
  }
}
