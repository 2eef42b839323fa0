import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';

type Keys = { emailKey: string | null; phone: string | null; siret: string | null };

/** Solos of the territory that share an e-mail address, a telephone number or a SIRET, at most 10, by name. */
export async function knownAlready(
  connection: Connection,
  scope: Scope,
  { emailKey, phone, siret }: Keys,
  exceptId: string | null = null,
): Promise<string[]> {
  if (!emailKey && !phone && !siret) return [];
  const { rows } = await connection.query<{ id: string }>(
    `select s.id from solo_contact c join solo s on s.id = c.solo_id
      where c.territory_id = $1 and (c.email_key = $2 or c.phone_key = $3 or c.siret = $4)
        and ($5::uuid is null or s.id <> $5)
      order by s.name_key limit 10`,
    [scope.territoryId, emailKey, phone, siret, exceptId],
  );
  return rows.map(({ id }) => id);
}
