import { Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import type { Site } from '../../../core/http/site.ts'
import { readReportState } from '../../../core/reports/state.ts'
import { currencies } from '../../../core/settings/company.ts'
import { contractKind } from '../contracts/kind.ts'
import { type Age, ages } from './ageing.ts'
import { readAgeing, readOpen } from './ageing-reading.ts'
import { receivableText } from './messages.ts'
import { AgeingPage } from './views/ageing-page.tsx'

/** What is owed, by how long it has been due; each figure opens to what it is made of. */
export const ageingRoutes = new Hono<Site>()

ageingRoutes.get('/', allow(contractKind.view), async (c) => {
  const { scope } = c.var
  const state = await readReportState(scope, new URL(c.req.url).searchParams)
  const rows = await readAgeing(scope, state)
  const age = c.req.query('age') as Age
  const currency = c.req.query('currency') ?? scope.company.currency
  const isAsked = ages.includes(age) && currencies.includes(currency)
  const open = isAsked ? await readOpen(scope, age, currency, state) : []
  const shown = isAsked ? { age, currency } : undefined
  return c.render(<AgeingPage {...{ scope, rows, open, shown }} whose={state} />, {
    title: receivableText(scope.locale).ageing,
  })
})
