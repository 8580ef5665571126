import { Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { baseUrl } from '../../../core/http/origin.ts'
import { pathId } from '../../../core/http/path-id.ts'
import type { Site } from '../../../core/http/site.ts'
import { learn } from '../permissions.ts'
import { printCertificate } from './printing.ts'
import { readCertificate } from './reading.ts'

export const certificateRoutes = new Hono<Site>()

certificateRoutes.get('/completions/:id', allow(learn), async (c) => {
  const { scope, product } = c.var
  const one = await readCertificate(scope, pathId(c))
  const address = `${baseUrl(product.env)}/verify/${one.code}`
  const file = await printCertificate(scope, one, address)
  return c.body(new Uint8Array(file), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="certificate-${one.serial}.pdf"`,
  })
})
