import { Migration } from '@mikro-orm/migrations';

/** Search that forgives accents and typing errors: French full text first, likeness of words when that finds nothing. */
export class Migration20261123060700_search extends Migration {
  override name = 'Migration20261123060700_search';

  override up(): void {
    // unaccent() is not immutable, because its rules are in a file; a generated column may rely on them all the same.
    this.addSql(`
      create function plain(value text) returns text language sql immutable strict parallel safe
        return lower(public.unaccent('public.unaccent', value));
      create function search_text(display_name text, activity text, skills text[]) returns text
        language sql immutable parallel safe
        return plain(concat_ws(' ', display_name, activity, array_to_string(skills, ' ')));
    `);
    // "simple" keeps whole words, for prefixes; "french" their stems.
    this.addSql(`
      create function search_vector(display_name text, activity text, skills text[], presentation text)
        returns tsvector language sql immutable parallel safe
        return setweight(to_tsvector('pg_catalog.simple', plain(concat_ws(' ', display_name, activity))), 'A')
            || setweight(to_tsvector('pg_catalog.french', plain(concat_ws(' ', display_name, activity))), 'A')
            || setweight(to_tsvector('pg_catalog.simple', plain(array_to_string(skills, ' '))), 'B')
            || setweight(to_tsvector('pg_catalog.french', plain(array_to_string(skills, ' '))), 'B')
            || setweight(to_tsvector('pg_catalog.french', plain(coalesce(presentation, ''))), 'D');
      alter table solo
        add column name_key text not null generated always as (plain(display_name)) stored,
        add column search_text text not null
          generated always as (search_text(display_name, activity, skills)) stored,
        add column search_vector tsvector not null
          generated always as (search_vector(display_name, activity, skills, presentation)) stored;
      create index solo_published_name_key_index on solo (territory_id, name_key, id) where status = 'PUBLISHED';
    `);
    // Row-level security keeps GIN indexes from being used here; a territory's solos are few enough to be read.
    this.addSql(`
      create function solo_matches(search text) returns table (solo_id uuid, rank real)
        language sql stable parallel safe
      begin atomic
        with asked as materialized (
          select words,
                 to_tsquery('pg_catalog.simple', nullif(array_to_string(words, ':* & '), '') || ':*')
                   || plainto_tsquery('pg_catalog.french', array_to_string(words, ' ')) as query
            from (select array_remove(regexp_split_to_array(plain(search), '[^a-z0-9]+'), '') as words) as split
        ), exact as materialized (
          select id, ts_rank_cd(search_vector, query) as rank
            from solo, asked
           where status = 'PUBLISHED' and search_vector @@ query
        )
        select id, rank from exact
        union all
        select id, likeness
          from solo, asked,
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
