import { type Context, Hono } from 'hono'
import { may } from '../access/person.ts'
import { allow } from '../http/allow.ts'
import { type Errors, readForm } from '../http/form.ts'
import { once, onceKey } from '../http/once.ts'
import { pathId } from '../http/path-id.ts'
import { notFound } from '../http/refusal.ts'
import { go } from '../http/render.tsx'
import type { Site } from '../http/site.ts'
import { listed } from '../i18n/punctuation.ts'
import type { Quality } from './declared.ts'
import { measureSoon } from './job.ts'
import { measuredIn, measuredOne } from './measured.ts'
import { qualityText } from './messages.ts'
import {
  accuracyShare,
  type DrawnRecord,
  drawSample,
  keepCheck,
  readDrawn,
  readSample,
} from './sampling.ts'
import type { Verdict } from './schema.ts'
import { CheckPage } from './views/check.tsx'
import { SamplePage } from './views/sample.tsx'

/** Records drawn by lot, to be checked against their source. */
export const sampleRoutes = new Hono<Site>()

const place = '/rollout/data-quality/sample'
const check = 'core.quality.check'

sampleRoutes.get('/', allow('core.quality.view'), async (c) => {
  const { scope } = c.var
  const wanted = c.req.query('object')
  if (!wanted) return go(c, '/rollout/data-quality')
  const { one, isSeen } = await measuredOne(c, wanted)
  const [sample, { of: checked }] = await Promise.all([
    isSeen ? readSample(scope, one.quality) : undefined,
    accuracyShare(scope, wanted),
  ])
  const page = (
    <SamplePage
      scope={scope}
      quality={one.quality}
      checked={checked}
      sample={sample}
      mayCheck={may(scope.user, check)}
      once={onceKey()}
    />
  )
  return c.render(page, { title: qualityText(scope.locale).sample.title })
})

sampleRoutes.post('/', allow(check), async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const { one, isSeen } = await measuredOne(c, raw.object)
  if (!isSeen) throw notFound()
  const wanted = Math.max(1, Number.parseInt(raw.count ?? '', 10) || 1)
  const list = `${place}?object=${one.quality.object}`
  let drawn: number | undefined
  await once(scope, raw, async () => {
    drawn = await drawSample(scope, one.quality, wanted)
    return list
  })
  const t = qualityText(scope.locale).sample
  const text = drawn === 0 ? t.drawnNone : drawn && t.drawn(String(drawn))
  return go(c, list, text ? { kind: 'success', text } : undefined)
})

/** A drawn record, whatever it is, as far as the reader may see it. @throws Refusal 404 else */
async function drawnOf(c: Context<Site>): Promise<{ quality: Quality; record: DrawnRecord }> {
  const id = pathId(c)
  for (const { quality } of await measuredIn(c)) {
    const { isSeen } = await measuredOne(c, quality.object)
    const record = isSeen ? await readDrawn(c.var.scope, quality, id) : undefined
    if (record) return { quality, record }
  }
  throw notFound()
}

sampleRoutes.get('/:id', allow(check), async (c) => draw(c, await drawnOf(c)))

sampleRoutes.post('/:id', allow(check), async (c) => {
  const { scope } = c.var
  const found = await drawnOf(c)
  const { raw } = await readForm(c)
  const fields = found.quality.fields.filter(({ field }) => found.record.shown[field])
  const verdicts: Record<string, Verdict> = {}
  for (const { field } of fields) {
    const said = raw[`field_${field}`]
    if (said === 'right' || said === 'wrong') verdicts[field] = said
  }
  const [first] = fields
  const t = qualityText(scope.locale).sample
  if (Object.keys(verdicts).length === 0)
    return draw(c, found, first ? { [`field_${first.field}`]: t.needed } : {})
  await keepCheck(scope, found.record, verdicts)
  await measureSoon(scope)
  const wrong = fields.filter(({ field }) => verdicts[field] === 'wrong')
  const names = wrong.map(({ label }) => label[scope.locale])
  return go(c, `${place}?object=${found.quality.object}`, {
    kind: 'success',
    text: names.length > 0 ? t.wrongOnes(listed(scope.locale, names)) : t.saved,
  })
})

function draw(
  c: Context<Site>,
  { quality, record }: { quality: Quality; record: DrawnRecord },
  errors?: Errors,
) {
  const { scope } = c.var
  const page = <CheckPage scope={scope} quality={quality} record={record} errors={errors} />
  const title = qualityText(scope.locale).sample.recordTitle(record.name)
  return c.render(page, { title, status: errors ? 422 : 200 })
}
