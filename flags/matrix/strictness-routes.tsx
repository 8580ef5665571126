import { type Context, Hono } from 'hono'
import { allow } from '../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../core/http/form.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { readReason } from '../reason-field.ts'
import { matrixText } from './messages.ts'
import { propose } from './proposals.ts'
import { loosens, readStrictness, setStrictness, strictnesses } from './strictness.ts'
import { StrictnessPage } from './views/strictness.tsx'

/** How strict the company is with its own rollout; what is strict is loosened by two. */
export const strictnessRoutes = new Hono<Site>()

strictnessRoutes.get('/', allow('core.rollout.view'), (c) => draw(c))

strictnessRoutes.post('/', allow('core.modules.manage'), async (c) => {
  const { scope, product } = c.var
  const t = matrixText(scope.locale)
  const { raw } = await readForm(c)
  const wanted = strictnesses.find((one) => one === raw.strictness)
  const { reason, error } = readReason(c, raw)
  const errors = {
    ...(wanted ? {} : { strictness: t.strictness.none }),
    ...(error ? { reason: error } : {}),
  }
  if (!wanted || error) return draw(c, raw, errors)
  const now = await readStrictness(scope)
  if (now === 'strict' && loosens(now, wanted)) {
    const wish = { module: null, rows: null, intent: null, strictness: wanted }
    await propose(scope, product.registry, wish, reason)
    return go(c, '/rollout/matrix', { kind: 'info', text: t.proposals.proposed })
  }
  await setStrictness(scope, wanted, reason)
  const text = t.strictness.saved(t.strictness.names[wanted])
  return go(c, '/rollout/matrix', { kind: 'success', text })
})

async function draw(c: Context<Site>, raw: Raw = {}, errors: Errors = {}) {
  const { scope } = c.var
  const now = await readStrictness(scope)
  const page = <StrictnessPage scope={scope} now={now} raw={raw} errors={errors} />
  const status = Object.keys(errors).length > 0 ? 422 : 200
  return c.render(page, { title: matrixText(scope.locale).strictness.title, status })
}
