import { type Context, Hono } from 'hono'
import { allow } from '../http/allow.ts'
import { type Raw, readForm } from '../http/form.ts'
import { once, onceKey } from '../http/once.ts'
import { pathId } from '../http/path-id.ts'
import { go } from '../http/render.tsx'
import type { Site } from '../http/site.ts'
import { coreText } from '../i18n/messages.ts'
import { changeAlone } from './alone.ts'
import { readDepartments } from './department-tree.ts'
import { welcomeLink } from './fresh-link.ts'
import { accessText } from './messages.ts'
import { addSeveral, type Line, mostLines, readAdded, readLines } from './several.ts'
import { SeveralDonePage, SeveralPage } from './views/several.tsx'

/** Adding several people at once: paste, check, add the good ones. */
export const severalRoutes = new Hono<Site>()

const manage = allow('core.people.manage')

severalRoutes.get('/', manage, (c) => draw(c, { lines: '' }))

severalRoutes.post('/', manage, async (c) => {
  const { scope } = c.var
  const t = accessText(scope.locale).several
  const { raw } = await readForm(c)
  const lines = raw.lines ?? ''
  if (!lines.trim()) return draw(c, { lines, error: coreText(scope.locale).required(t.lines) })
  if (raw.do === 'add') return addGood(c, raw, lines)
  const checked = await readLines(scope, lines, await readDepartments(scope))
  if (checked.length > mostLines) return draw(c, { lines, error: t.tooMany(mostLines) })
  return draw(c, { lines, checked })
})

async function addGood(c: Context<Site>, raw: Raw, lines: string) {
  const { scope } = c.var
  const key = onceKey(raw)
  const to = await once(scope, raw, async () => {
    await changeAlone(scope)
    const checked = await readLines(scope, lines, await readDepartments(scope))
    const good = checked.filter((line) => line.problems.length === 0).slice(0, mostLines)
    await addSeveral(scope, good, tokensOf(c, key))
    return `/admin/people/several/${key}`
  })
  return go(c, to ?? '/admin/people?view=invited')
}

/** The links that belong to one form: whoever sent it may look at them again, and nobody else. */
const tokensOf = (c: Context<Site>, key: string) => (id: string) =>
  c.var.product.tickets.derive(`invite ${c.var.scope.user.id} ${key} ${id}`)

severalRoutes.get('/:id', manage, async (c) => {
  const { scope } = c.var
  const added = await readAdded(scope, tokensOf(c, pathId(c)))
  if (added.length === 0) return go(c, '/admin/people?view=invited')
  const links = added.map((one) => ({ ...one, link: welcomeLink(c, one.token) }))
  const page = <SeveralDonePage locale={scope.locale} added={links} />
  return c.render(page, { title: accessText(scope.locale).several.done(added.length) })
})

type Drawn = { lines: string; error?: string; checked?: readonly Line[] }

function draw(c: Context<Site>, drawn: Drawn) {
  const { locale } = c.var.scope
  const page = <SeveralPage locale={locale} once={onceKey()} {...drawn} />
  return c.render(page, {
    title: accessText(locale).several.title,
    status: drawn.error ? 422 : 200,
  })
}
