import { type Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { Fields } from '../../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { bothOf } from '../../../core/own-fields/both.ts'
import type { Scope } from '../../../core/scope.ts'
import { addKind, mostOwnKinds, nameRelations, saveKind } from './kind-changing.ts'
import { ends, type RelationKind, readKinds } from './kinds.ts'
import { relationsText } from './messages.ts'
import { KindFormPage } from './views/kind-form.tsx'
import { KindsPage } from './views/kinds-page.tsx'

/** What a company calls kinds of relations. */
export const relationKindRoutes = new Hono<Site>()

const manage = allow(nameRelations)
const place = '/contacts/relations/kinds'

relationKindRoutes.get('/kinds', manage, async (c) => {
  const { scope } = c.var
  const page = <KindsPage scope={scope} kinds={await readKinds(scope)} />
  return c.render(page, { title: relationsText(scope.locale).kinds.title })
})

relationKindRoutes.get('/kinds/new', manage, (c) => draw(c, { raw: {} }))

relationKindRoutes.post('/kinds', manage, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const { words, errors } = readWords(scope, raw)
  const [from, to] = [raw.from, raw.to].map((typed) => ends.find((end) => end === typed) ?? 'any')
  const done = await once(scope, raw, async () => {
    if (Object.keys(errors).length > 0 || !from || !to) return undefined
    const came = await addKind(scope, await readKinds(scope), { from, to, ...words })
    if (came === 'added') return place
    errors.forward_en = relationsText(scope.locale).kinds.full(mostOwnKinds)
    return undefined
  })
  return done ? saved(c) : draw(c, { raw, errors })
})

relationKindRoutes.get('/kinds/edit', manage, async (c) => {
  const wanted = c.req.query('kind')
  if (!wanted) return go(c, place)
  const kind = await kindNamed(c.var.scope, wanted)
  return draw(c, { kind, raw: rawKind(kind) })
})

relationKindRoutes.post('/kinds/:key', manage, async (c) => {
  const { scope } = c.var
  const kind = await kindOf(c)
  const { raw } = await readForm(c)
  const { words, errors } = readWords(scope, raw)
  if (Object.keys(errors).length > 0) return draw(c, { kind, raw, errors })
  await saveKind(scope, kind, { ...words, isHidden: kind.isHidden })
  return saved(c)
})

for (const [path, isHidden] of [
  ['hide', true],
  ['show', false],
] as const)
  relationKindRoutes.post(`/kinds/:key/${path}`, manage, async (c) => {
    const kind = await kindOf(c)
    const { forward, backward } = kind
    await saveKind(c.var.scope, kind, { forward, backward, isHidden })
    return saved(c)
  })

const kindOf = (c: Context<Site>) => kindNamed(c.var.scope, c.req.param('key'))

/** @throws Refusal 404 when the company has no such kind */
async function kindNamed(scope: Scope, wanted: string | undefined): Promise<RelationKind> {
  const kind = (await readKinds(scope)).find(({ key }) => key === wanted)
  if (!kind) throw notFound()
  return kind
}

/** The words at both ends in both languages; a language that is left out says what the other does. */
function readWords(scope: Scope, raw: Raw) {
  const fields = new Fields(raw, scope.locale)
  const forward = bothOf(fields, 'forward', 60, scope.locale)
  const backward = bothOf(fields, 'backward', 60, scope.locale)
  const { needed } = relationsText(scope.locale).kinds
  if (!forward.en) fields.refuse(`forward_${scope.locale}`, needed)
  if (!backward.en) fields.refuse(`backward_${scope.locale}`, needed)
  return { words: { forward, backward }, errors: fields.errors }
}

const rawKind = ({ from, to, forward, backward }: RelationKind): Raw => ({
  ...{ from, to },
  ...{ forward_en: forward.en, 'forward_zh-CN': forward['zh-CN'] },
  ...{ backward_en: backward.en, 'backward_zh-CN': backward['zh-CN'] },
})

const saved = (c: Context<Site>) =>
  go(c, place, { kind: 'success', text: relationsText(c.var.scope.locale).kinds.saved })

function draw(
  c: Context<Site>,
  { kind, raw, errors }: { kind?: RelationKind; raw: Raw; errors?: Errors },
) {
  const { scope } = c.var
  const t = relationsText(scope.locale).kinds
  const page = (
    <KindFormPage
      {...{ scope, raw, errors }}
      kind={kind}
      action={kind ? `${place}/${kind.key}` : place}
      once={kind ? undefined : onceKey(raw)}
    />
  )
  return c.render(page, { title: kind ? t.edit : t.add, status: errors ? 422 : 200 })
}
