import { describe, expect, test } from 'vitest'
import { openCatalogue, ours } from './catalogue.ts'

const catalogue = openCatalogue()

describe('functions that act with another role’s rights', () => {
  /** Reviewed: each answers one narrow question, or does one narrow thing. */
  const reviewed: Record<string, string> = {
    'core.company_exists': 'crm_auth',
    'core.company_ids': 'crm_auth',
    'core.company_named': 'crm_auth',
    'core.find_notes': 'crm_search',
    'core.link_find': 'crm_auth',
    'core.queue': 'crm_owner',
    'core.reset_candidates': 'crm_auth',
    'core.session_end': 'crm_auth',
    'core.session_extend': 'crm_auth',
    'core.session_find': 'crm_auth',
    'core.sessions_sweep': 'crm_auth',
    'core.sign_in_candidates': 'crm_auth',
    'core.token_find': 'crm_auth',
    'service.form_company': 'crm_auth',
    'service.portal_company': 'crm_auth',
    'service.rating_company': 'crm_auth',
    'training.certificate_company': 'crm_auth',
  }

  test('they are the reviewed ones; a module may add some for its search', async () => {
    const found = await definers()
    const known = Object.fromEntries(
      found
        .filter(({ name, owner }) => owner !== 'crm_search' || name.startsWith('core.'))
        .map(({ name, owner }) => [name, owner]),
    )
    expect(known).toEqual(reviewed)
    for (const { name, owner } of found)
      if (owner === 'crm_search' && !name.startsWith('core.'))
        expect(ours.slice(2), name).toContain(name.split('.')[0])
  })

  test('each looks for names in a fixed place only, and nobody else may call it', async () => {
    for (const { name, settings, forAll, forApp } of await definers()) {
      expect(settings, name).toContain('search_path=pg_catalog, pg_temp')
      expect([forAll, forApp], name).toEqual([false, true])
    }
  })

  type Definer = {
    name: string
    owner: string
    settings: string[]
    forAll: boolean
    forApp: boolean
  }
  const definers = () => catalogue.eyes<Definer[]>`
    select n.nspname || '.' || p.proname as name, pg_get_userbyid(p.proowner) as owner,
      coalesce(p.proconfig, '{}') as settings,
      has_function_privilege('public', p.oid, 'execute') as "forAll",
      has_function_privilege('crm_app', p.oid, 'execute') as "forApp"
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
    order by 1`
})
