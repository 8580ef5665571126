select core.secure('service.articles');
-- What was published stays as it was, so that one can tell what somebody read.
select core.secure('service.article_versions', 'select, insert');
select core.secure('service.article_opinions', 'select, insert, update');
select core.secure('service.portals', 'select, insert, update');
--> statement-breakpoint
select core.make_finder('service.articles');
select core.make_tally('service.articles', 'article');
--> statement-breakpoint
-- Which articles share most with a question. Under a policy the index of topics would not be used.
create function service.suggest_articles(wanted text[], most integer)
  returns table (id uuid, shared bigint)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select a.id, (select count(*) from unnest(a.topics) topic where topic = any(wanted)) as shared
  from service.articles a
  where a.company_id = core.company() and a.topics && wanted and a.published is not null
    and a.archived_at is null
  order by 2 desc, a.id limit most
$$;
--> statement-breakpoint
grant create on schema service to crm_search;
alter function service.suggest_articles(text[], integer) owner to crm_search;
revoke all on function service.suggest_articles(text[], integer) from public;
grant execute on function service.suggest_articles(text[], integer) to crm_app;
revoke create on schema service from crm_search;
--> statement-breakpoint
-- Whoever opens a public page is signed in nowhere: this one question finds the company whose it is.
grant usage on schema service to crm_auth;
grant select on service.portals to crm_auth;
create policy sign_in on service.portals for select to crm_auth using (true);
--> statement-breakpoint
create function service.portal_company(wanted text) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select company_id from service.portals
    where key = wanted and opened_at is not null order by id limit 1 $$;
--> statement-breakpoint
grant create on schema service to crm_auth;
alter function service.portal_company(text) owner to crm_auth;
revoke all on function service.portal_company(text) from public;
grant execute on function service.portal_company(text) to crm_app;
revoke create on schema service from crm_auth;
