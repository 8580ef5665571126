-- Notes are found by a part of their text, and by one or two Han characters, which trigrams cannot
-- look up. The database computes both keys, so that whoever writes a note need not know of them.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
--> statement-breakpoint
-- How texts compare: as searchText in core/values/names.ts has it.
create function core.search_text(body text) returns text
  language sql immutable parallel safe set search_path = pg_catalog, pg_temp
  as $$ select trim(regexp_replace(lower(normalize(body, NFKC)), '\s+', ' ', 'g')) $$;
--> statement-breakpoint
-- Single Han characters and neighbouring pairs, each once; no fewer than hanGrams there looks for.
create function core.han_grams(body text) returns text[]
  language sql immutable parallel safe set search_path = pg_catalog, pg_temp
  as $$ select coalesce(array_agg(distinct gram), '{}') from (
          select unnest(array[sign, sign || next]) as gram from (
            select sign, lead(sign) over (order by place) as next
            from regexp_split_to_table(core.search_text(body), '') with ordinality as signs (sign, place)
          ) as neighbours
        ) as grams
        where gram ~ '^[\u2E80-\u2FD5\u3005\u3007\u3021-\u3029\u3038-\u303B\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\U00016FE2-\U00016FF1\U00020000-\U000323AF]{1,2}$' $$;
