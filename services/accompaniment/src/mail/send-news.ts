import { type LetterPart, plainText } from '@ancrage/post/letter-content';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { NEWS_READERS } from './news-subscription.js';
import { LETTERS_CHANNEL } from './write-letter.js';

export interface NewsLetter {
  id: string;
  from: string;
  subject: string;
  partsIn: (locale: string) => LetterPart[];
}

/** Writes one letter to each reader, in their language, and notes it with their household. Says to how many. */
export async function sendNewsTo(
  connection: Connection,
  { territoryId, userId }: Scope,
  { id, from, subject, partsIn }: NewsLetter,
): Promise<number> {
  let written = 0;
  for (const locale of ['fr', 'en']) {
    const parts = partsIn(locale);
    const { rowCount } = await connection.query(
      `with letters as (
         insert into letter (id, territory_id, key, prospect_id, sender, recipient, subject, locale, body, content, news)
         select gen_random_uuid(), $1, 'news:' || $2 || ':' || reader.prospect_id, reader.prospect_id, $3, reader.email, $4,
                $5, $6, $7::jsonb, true
           from (${NEWS_READERS}) as reader where (reader.locale = 'en') = ($5 = 'en')
         on conflict (territory_id, key) do nothing
         returning prospect_id
       )
       insert into prospect_event (id, territory_id, prospect_id, kind, at, user_id, detail)
       select gen_random_uuid(), $1, prospect_id, 'WRITTEN_TO', clock_timestamp(), $8, jsonb_build_object('news', $4::text)
         from letters`,
      [territoryId, id, from, subject, locale, plainText(parts, locale), JSON.stringify({ parts }), userId],
    );
    written += rowCount ?? 0;
  }
  await connection.query(`select pg_notify('${LETTERS_CHANNEL}', $1)`, [territoryId]);
  return written;
}
