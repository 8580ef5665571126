import { Hono } from 'hono'
import { attach } from '../../core/attachments/attachments.ts'
import { fileName } from '../../core/attachments/file-type.ts'
import { sayProblem } from '../../core/attachments/refusing.ts'
import { newId } from '../../core/db/id.ts'
import { allow } from '../../core/http/allow.ts'
import { readForm, readUpload } from '../../core/http/form.ts'
import { once } from '../../core/http/once.ts'
import { pathId } from '../../core/http/path-id.ts'
import { notFound } from '../../core/http/refusal.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { readReason } from '../reason-field.ts'
import { readVouched } from './attest-form.ts'
import {
  attest,
  attestationObject,
  readSigned,
  readStandingAttestations,
  withdrawAttestation,
} from './attestations.ts'
import { evidenceText } from './messages.ts'
import { drawMetric, evidencePlace, metricIn } from './metric-page.tsx'

/** Vouching for what nothing measures, with the document; and taking it back. */
export const attestRoutes = new Hono<Site>()

const view = allow('core.rollout.view')
const manage = allow('core.rollout.manage')

/** What an attestation is pointed at by: the page of its figure. */
attestRoutes.get('/signed/:id', view, async (c) => {
  const metric = await readSigned(c.var.scope, pathId(c))
  if (!metric) throw notFound()
  return go(c, `${evidencePlace}/${metric}`)
})

attestRoutes.post('/:code', manage, async (c) => {
  const { scope, product } = c.var
  const metric = metricIn(c)
  if (metric.read) throw notFound()
  const { raw } = await readForm(c)
  const file = await readUpload(c, 'file')
  // A document that is there is called as its file is, unless somebody says more.
  const named = { ...raw, document: raw.document || (file && fileName(file.name)) }
  const { vouched, errors, ok } = await readVouched(scope, metric, named)
  if (!ok) return drawMetric(c, metric, raw, errors)
  const here = `${evidencePlace}/${metric.code}`
  let refused: string | undefined
  await once(scope, raw, async () => {
    const id = newId()
    const about = { object: attestationObject, recordId: id }
    const kept = file && (await attach(product.env, scope, about, file))
    if (typeof kept === 'string') {
      refused = sayProblem(scope.locale, kept)
      return undefined
    }
    await attest(scope, vouched, id)
    return here
  })
  if (refused) return drawMetric(c, metric, raw, { file: refused })
  return go(c, here, { kind: 'success', text: evidenceText(scope.locale).signed })
})

attestRoutes.post('/:code/withdraw', manage, async (c) => {
  const { scope } = c.var
  const metric = metricIn(c)
  const { raw } = await readForm(c)
  const standing = (await readStandingAttestations(scope))(metric.code, raw.department)
  const { reason, error } = readReason(c, raw)
  const here = `${evidencePlace}/${metric.code}`
  if (error) return go(c, here, { kind: 'danger', text: error })
  if (standing && standing.id === raw.attestation)
    await withdrawAttestation(scope, standing, reason)
  return go(c, here, { kind: 'success', text: evidenceText(scope.locale).withdrawnDone })
})
