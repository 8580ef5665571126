-- Whose link it is, were it too old to be answered by: the page says so in that firm's name. Whether
-- it may still be answered is asked with the rating itself.
create or replace function service.rating_company(wanted_hash text) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select company_id from service.ratings where token_hash = wanted_hash limit 1 $$;
