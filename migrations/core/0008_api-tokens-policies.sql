select core.secure('core.idempotency_keys');
select core.secure('core.api_tokens');
--> statement-breakpoint
-- A program says no company when it comes: whose its token is, is asked before any is known.
grant select on core.api_tokens to crm_auth;
create policy sign_in on core.api_tokens for select to crm_auth using (true);
create function core.token_find(hash text)
  returns table (company_id uuid, id uuid, user_id uuid, kind text, expires_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select t.company_id, t.id, t.user_id, t.kind, t.expires_at
        from core.api_tokens t join core.users u on u.company_id = t.company_id and u.id = t.user_id
        where t.token_hash = hash and t.revoked_at is null
          and (t.expires_at is null or t.expires_at > now()) and u.disabled_at is null $$;
--> statement-breakpoint
do $$
begin
  execute 'grant create on schema core to crm_auth';
  execute 'alter function core.token_find(text) owner to crm_auth';
  execute 'revoke all on function core.token_find(text) from public';
  execute 'grant execute on function core.token_find(text) to crm_app';
  execute 'revoke create on schema core from crm_auth';
end $$;
