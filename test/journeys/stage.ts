import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { afterAll, beforeAll } from 'vitest'
import type { Locale } from '../../core/i18n/locale.ts'
import { openModule } from '../../flags/audience.ts'
import { contacts } from '../../modules/contacts/module.ts'
import { openPage, type Visit, type Wish } from '../setup/browser.ts'
import type { PersonName } from '../setup/cast.ts'
import { type Office, openOffice } from '../setup/office.ts'
import { until } from '../setup/product.ts'

/** A firm with the cast in it whose product answers browsers. */
export type Stage = StageOver<PersonName, Office>

/** Any firm whose product answers browsers. */
export type StageOver<Name extends string, Of extends House<Name>> = {
  office: Of
  /** http://127.0.0.1:40000 */
  url: string
  /** Opens somebody's browser, signed in; a stranger's without a name. */
  sit: (name?: Name, wish?: Wish) => Promise<Visit>
}

/** As much of an office as a stage stands on. */
export type House<Name extends string> = Pick<Office, 'app' | 'company' | 'close'> & {
  people: Readonly<Record<Name, string>>
}

/**
 * One stage for a whole test file, ready before its first test, with contacts open for Sales alone.
 * @param furnish puts records there before anybody comes
 * @param env settings of its own, read when it opens
 */
export function stageFor(
  locale: Locale,
  furnish?: (stage: Stage) => Promise<void>,
  env: Record<string, string> = {},
): Stage {
  const open = async () => {
    const office = await openOffice({ locale, env })
    await openForSales(office, locale === 'en' ? 'The pilot begins' : '试点开始')
    return office
  }
  return stageOver(locale, open, furnish)
}

/** The same over any firm. @param open brings it, and is asked once */
export function stageOver<Name extends string, Of extends House<Name>>(
  locale: Locale,
  open: () => Promise<Of>,
  furnish?: (stage: StageOver<Name, Of>) => Promise<void>,
): StageOver<Name, Of> {
  const stage = {} as StageOver<Name, Of>
  let stop = async () => {}
  beforeAll(async () => {
    const office = await open()
    const server = createAdaptorServer({ fetch: (request) => office.app.fetch(request) })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    stop = async () => {
      server.close()
      await office.close()
    }
    Object.assign(stage, { office, url, sit: seats(office, locale) })
    await furnish?.(stage)
  })
  afterAll(() => stop())
  return stage
}

async function openForSales(office: Office, reason: string): Promise<void> {
  const { inScope, departments } = office
  const sales = { kind: 'department', department: departments.sales, variant: 'write' } as const
  await inScope('amy', (scope) => openModule(scope, contacts, [sales], reason))
  await until(() => inScope('emil', async ({ modules }) => modules.state('contacts') === 'write'))
}

const seats =
  <Name extends string>(office: House<Name>, locale: Locale): StageOver<Name, House<Name>>['sit'] =>
  async (name, wish) => {
    const { sessions } = office.app.product
    if (!name) return openPage({ locale, ...wish })
    const value = await sessions.start(office.company, office.people[name], '127.0.0.1', 'test')
    const cookie = { name: sessions.cookieName, value, domain: '127.0.0.1', path: '/' }
    const kept = { ...cookie, expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' as const }
    return openPage({ locale, ...wish, state: { cookies: [kept], origins: [] } })
  }
