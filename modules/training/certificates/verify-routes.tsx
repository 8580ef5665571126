import { sql } from 'drizzle-orm'
import { type Context, Hono } from 'hono'
import { asOperator } from '../../../core/access/operator.ts'
import { inNoCompany } from '../../../core/db/database.ts'
import { allowStrangers } from '../../../core/http/allow.ts'
import { addHeader } from '../../../core/http/headers.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'

import { noteLearning } from '../learning/events.ts'
import { certificateText } from './messages.ts'
import { certificateOf, readCode, standingOf } from './reading.ts'
import { type Checked, VerifyPage } from './views/verify.tsx'

/** The page where anybody checks a certificate; nobody is signed in there. */
export const verifyRoutes = new Hono<Site>()

verifyRoutes.get('/', allowStrangers, (c) => {
  const typed = c.req.query('code')
  return typed ? go(c, `/verify/${readCode(typed)}`) : draw(c, {})
})

verifyRoutes.get('/:code', allowStrangers, async (c) => {
  const { product, address } = c.var
  const typed = c.req.param('code').slice(0, 80)
  const wait = await product.lookUpThrottle.count(`certificate ${address}`, address)
  if (wait) {
    addHeader(c, 'Retry-After', String(wait))
    return draw(c, { typed, state: 'wait' })
  }
  const found = await findCertificate(c, readCode(typed))
  return draw(c, found ? { typed, state: 'found', ...found } : { typed, state: 'unknown' })
})

/** Looks in the company that gave it, as long as it trains at all: elsewhere it is unknown. */
async function findCertificate(c: Context<Site>, code: string) {
  const { product, requestId } = c.var
  const [row] = await inNoCompany(product.pool, (db) =>
    db.execute<{ company: string | null }>(
      sql`select training.certificate_company(${code}) as company`,
    ),
  )
  if (!row?.company || !(await product.isOnForAnybody(row.company, 'training'))) return undefined
  return asOperator(product, row.company, requestId, async (scope) => {
    const certificate = await certificateOf(scope, code)
    if (!certificate) return undefined
    await noteLearning(scope, [
      {
        kind: 'certificate.verified',
        object: certificate.course,
        userId: null,
        departmentId: null,
      },
    ])
    return { certificate, company: scope.company, standing: standingOf(scope, certificate) }
  })
}

const statuses = { found: 200, unknown: 404, wait: 429 } as const

function draw(c: Context<Site>, checked: Checked) {
  const { locale } = c.var
  return c.render(<VerifyPage locale={locale} checked={checked} />, {
    title: certificateText(locale).checking.title,
    status: checked.state ? statuses[checked.state] : 200,
    bare: true,
  })
}
