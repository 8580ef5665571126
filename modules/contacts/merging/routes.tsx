import { type Context, Hono } from 'hono'
import { may } from '../../../core/access/person.ts'
import { isId } from '../../../core/db/id.ts'
import { allow } from '../../../core/http/allow.ts'
import { type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { notFound, Refusal } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { ValueTaken } from '../../../core/own-fields/writing.ts'
import { readCursor } from '../../../core/records/paging.ts'
import { duplicatesText } from '../duplicates/messages.ts'
import { accountKind } from '../kinds.ts'
import type { Choices } from './choosing.ts'
import { compare } from './comparing.ts'
import { type List, mergeables } from './mergeable.ts'
import { mergeRecords } from './merging.ts'
import { sayUndone } from './saying.ts'
import { readMerges, undoMerge } from './undoing.ts'
import { ComparePage } from './views/compare-page.tsx'
import { MergedPage } from './views/merged-page.tsx'

/** Two records become one, and two again. */
export const mergeRoutes = new Hono<Site>()

const edit = allow(accountKind.edit)

type Two = { list: List; a: string; b: string }

/** The kind and the two records that an address or a form names. @throws notFound for none */
function twoOf(c: Context<Site>, { kind, a = '', b = '' }: Raw): Two {
  if (kind !== 'accounts' && kind !== 'people') throw notFound()
  if (!may(c.var.scope.user, mergeables[kind].kind.edit) || !isId(a) || !isId(b)) throw notFound()
  return { list: kind, a, b }
}

mergeRoutes.get('/compare', edit, async (c) => {
  if (!c.req.query('kind')) return go(c, '/contacts/duplicates')
  const { list, ...ids } = twoOf(c, c.req.query())
  return drawComparison(c, list, ids)
})

mergeRoutes.post('/merge', edit, async (c) => {
  const { scope, product } = c.var
  const { raw } = await readForm(c)
  const { list, ...ids } = twoOf(c, raw)
  const [won, lost] = raw.winner === 'b' ? (['b', 'a'] as const) : (['a', 'b'] as const)
  const side = (at: 'a' | 'b') => {
    const version = raw[`version${at.toUpperCase()}`]
    return { id: ids[at], version: version ? Number(version) : undefined }
  }
  const to = await once(scope, raw, async () => {
    const merged = await mergeRecords(
      scope,
      product.registry,
      list,
      side(won),
      side(lost),
      choicesOf(raw, won),
    )
    return merged === 'conflict' ? undefined : `${mergeables[list].kind.href}/${ids[won]}`
  })
  const t = duplicatesText(scope.locale).compare
  if (!to) return drawComparison(c, list, ids, t.changed, raw)
  return go(c, to, { kind: 'success', text: t.done })
})

/** Which record each field is taken of, as `field.<name>` says it. */
const choicesOf = (raw: Raw, won: 'a' | 'b'): Choices =>
  Object.fromEntries(
    Object.entries(raw)
      .filter(([name]) => name.startsWith('field.'))
      .map(([name, side]) => [name.slice('field.'.length), side === won ? 'winner' : 'loser']),
  )

async function drawComparison(
  c: Context<Site>,
  list: List,
  ids: { a: string; b: string },
  error?: string,
  raw?: Raw,
): Promise<Response> {
  const { scope, product } = c.var
  const comparison = await compare(scope, product.registry, list, ids)
  const page = (
    <ComparePage scope={scope} comparison={comparison} once={onceKey(raw)} error={error} />
  )
  const title = duplicatesText(scope.locale).compare.title
  return c.render(page, { title, status: error ? 422 : 200 })
}

mergeRoutes.get('/merged', edit, async (c) => {
  const { scope } = c.var
  const cursor = readCursor(new URL(c.req.url).searchParams)
  const wanted = cursor && c.req.query('kind')
  const lists = (['accounts', 'people'] as const)
    .filter((list) => may(scope.user, mergeables[list].kind.edit))
    .filter((list) => !wanted || list === wanted)
  const pages = await Promise.all(
    lists.map(async (list) => ({ list, page: await readMerges(scope, list, cursor) })),
  )
  const mayChange = scope.modules.state('contacts') === 'write'
  const page = <MergedPage scope={scope} pages={pages} mayChange={mayChange} />
  return c.render(page, { title: duplicatesText(scope.locale).merged.tab })
})

mergeRoutes.post('/undo', edit, async (c) => {
  const { scope, product } = c.var
  const { kind, merge = '' } = (await readForm(c)).raw
  const { list } = twoOf(c, { kind, a: merge, b: merge })
  const undone = await undoMerge(scope, product.registry, list, merge).catch((error: unknown) => {
    if (!(error instanceof ValueTaken)) throw error
    throw new Refusal(409, duplicatesText(scope.locale).merged.taken(error.message))
  })
  const to = `${mergeables[list].kind.href}/${undone.loser}`
  return go(c, to, { kind: 'success', text: sayUndone(scope, list, undone) })
})
