import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { sql } from 'drizzle-orm'
import type { Locale } from '../../core/i18n/locale.ts'
import type { Module } from '../../core/module.ts'
import { openPage } from '../setup/browser.ts'
import type { PersonName } from '../setup/cast.ts'
import { openOffice } from '../setup/office.ts'

export type Listening = Awaited<ReturnType<typeof openListening>>

/** An office that browsers can reach. */
export async function openListening(modules: readonly Module[]) {
  const office = await openOffice({ modules })
  const server = createAdaptorServer({ fetch: (request) => office.app.fetch(request) })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  /** Somebody's browser, signed in and speaking one language. */
  async function pageOf(name: PersonName, locale: Locale, width: number, scripts = true) {
    await office.inScope('amy', (scope) =>
      scope.db.execute(sql`
        update core.users set locale = ${locale}
        where company_id = ${office.company} and id = ${office.people[name]}`),
    )
    const { sessions } = office.app.product
    const value = await sessions.start(office.company, office.people[name], '127.0.0.1', 'test')
    const cookie = { name: sessions.cookieName, value, domain: '127.0.0.1', path: '/' }
    const sameSite = 'Lax' as const
    const state = {
      cookies: [{ ...cookie, expires: -1, httpOnly: true, secure: false, sameSite }],
      origins: [],
    }
    return openPage({ locale, width, scripts, state })
  }

  return {
    office,
    address,
    pageOf,
    close: async () => {
      office.app.hush()
      server.close()
      await office.close()
    },
  }
}
