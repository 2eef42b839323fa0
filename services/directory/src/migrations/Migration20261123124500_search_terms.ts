import { Migration } from '@mikro-orm/migrations';

/**
 * Search takes words and, beside each, other beginnings that count for it: synonyms of trades, likely spellings. The area
 * of those who do not show their commune is searched too, behind what they do.
 */
export class Migration20261123124500_search_terms extends Migration {
  override name = 'Migration20261123124500_search_terms';

  override up(): void {
    this.addSql(`drop function solo_matches(text)`);
    this.addSql(`
      create function search_vector(display_name text, activity text, skills text[], presentation text, area text)
        returns tsvector language sql immutable parallel safe
        return search_vector(display_name, activity, skills, presentation)
            || setweight(to_tsvector('pg_catalog.simple', plain(coalesce(area, ''))), 'C');
      alter table solo drop column search_vector;
      alter table solo add column search_vector tsvector not null
        generated always as (search_vector(display_name, activity, skills, presentation, area)) stored;
    `);
    // Small words ("le", "de") count only where there are no others; a word counts whole, begun, or by its stem.
    this.addSql(`
      create function solo_query(words text[], others text[]) returns tsquery language sql immutable parallel safe
      begin atomic
        select string_agg(
                 '(' || concat_ws(' | ', word || ':*', nullif(to_tsquery('pg_catalog.french', word)::text, ''),
                   nullif(other, '')) || ')', ' & ')::tsquery
          from (select word, other, ts_lexize('pg_catalog.french_stem', word) = '{}' as small,
                       bool_and(ts_lexize('pg_catalog.french_stem', word) = '{}') over () as all_small
                  from unnest(words, others) as each_word (word, other)) as known
         where all_small or not small;
      end;
    `);
    // Row-level security keeps GIN indexes from being used here; a territory's solos are few enough to be read. What
    // was asked itself counts more than what only means the same.
    this.addSql(`
      create function solo_matches(words text[], others text[]) returns table (solo_id uuid, rank real)
        language sql stable parallel safe
      begin atomic
        with asked as materialized (
          select solo_query(words, array_fill(''::text, array[cardinality(words)])) as said,
                 solo_query(words, others) as meant
        ), exact as materialized (
          select id, ts_rank_cd(search_vector, said) + ts_rank_cd(search_vector, meant) / 4 as rank
            from solo, asked
           where status = 'PUBLISHED' and search_vector @@ meant
        )
        select id, rank::real from exact
        union all
        select id, likeness
          from solo,
               lateral (
                 select min(word_similarity(word, search_text)) as likeness
                   from unnest(words) as word
                  where length(word) > 2 and ts_lexize('pg_catalog.french_stem', word) <> '{}'
               ) as compared
         where not exists (select from exact) and status = 'PUBLISHED' and likeness >= 0.4;
      end;
    `);
  }
}
