import { type Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { Fields } from '../../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { searchText } from '../../../core/values/names.ts'
import { parseText } from '../../../core/values/text.ts'
import { manageService } from '../rights.ts'
import { addListed, type Listed, saveListed } from './changing.ts'
import { statesText } from './messages.ts'
import { readCategories, readStates } from './reading.ts'
import {
  type Category,
  mostCategories,
  mostStates,
  type State,
  type StateType,
  stateTypes,
} from './state-types.ts'
import { ListedPage } from './views/listed-page.tsx'

const manage = allow(manageService)

const readAll = (c: Context<Site>, of: Listed): Promise<(State | Category)[]> =>
  of === 'states' ? readStates(c.var.scope) : readCategories(c.var.scope)

const typeOf = (one: State | Category): StateType | undefined =>
  'type' in one ? one.type : undefined

/** What a company tells its tickets apart by: one list, its names, what is in use. */
function listedRoutes(of: Listed, most: number): Hono<Site> {
  const routes = new Hono<Site>()
  const place = `/service/${of}`
  const words = (c: Context<Site>) => statesText(c.var.scope.locale)
  const saved = (c: Context<Site>) => go(c, place, { kind: 'success', text: words(c).saved })
  const refuse = (c: Context<Site>, text: string) => go(c, place, { kind: 'danger', text })

  const draw = async (c: Context<Site>, raw: Raw, errors?: Errors) => {
    const { scope } = c.var
    const page = (
      <ListedPage {...{ scope, of, raw, errors }} all={await readAll(c, of)} once={onceKey(raw)} />
    )
    return c.render(page, { title: words(c)[of].title, status: errors ? 422 : 200 })
  }

  /** Two of one name nobody can tell apart, nor a file that names them. */
  const nameOf = (c: Context<Site>, raw: Raw, others: readonly Category[]) => {
    const fields = new Fields(raw, c.var.scope.locale)
    const name = fields.need('name', words(c).name, (text) => parseText(text, { most: 60 }), '')
    const wanted = searchText(name)
    if (others.some((one) => searchText(one.name) === wanted)) fields.refuse('name', words(c).taken)
    return { name, errors: fields.errors }
  }

  const asked = async (c: Context<Site>) => {
    const id = pathId(c)
    const all = await readAll(c, of)
    const old = all.find((one) => one.id === id)
    if (!old) throw notFound()
    return { old, others: all.filter((one) => one !== old) }
  }

  routes.get('/', manage, (c) => draw(c, {}))

  routes.post('/', manage, async (c) => {
    const { scope } = c.var
    const { raw } = await readForm(c)
    const { name, errors } = nameOf(c, raw, await readAll(c, of))
    const type = of === 'states' ? stateTypes.find((one) => one === raw.type) : undefined
    if (of === 'states' && !type) errors.type = words(c).typeNeeded
    const done = await once(scope, raw, async () => {
      if ((await readAll(c, of)).length >= most) errors.name ??= words(c).full(most)
      if (Object.keys(errors).length > 0) return undefined
      await addListed(scope, of, { name, type })
      return place
    })
    return done ? saved(c) : draw(c, raw, errors)
  })

  routes.post('/:id', manage, async (c) => {
    const { old, others } = await asked(c)
    const { raw } = await readForm(c)
    const { name, errors } = nameOf(c, raw, others)
    if (errors.name) return refuse(c, errors.name)
    await saveListed(c.var.scope, of, old, { name, hidden: old.hidden })
    return saved(c)
  })

  for (const [path, hidden] of [
    ['hide', true],
    ['show', false],
  ] as const)
    routes.post(`/:id/${path}`, manage, async (c) => {
      const { old, others } = await asked(c)
      const isLast = !others.some((one) => !one.hidden && typeOf(one) === typeOf(old))
      if (hidden && isLast) return refuse(c, words(c)[of].lastOne)
      await saveListed(c.var.scope, of, old, { name: old.name, hidden })
      return saved(c)
    })
  return routes
}

/** The states that tickets can be in. */
export const stateRoutes = listedRoutes('states', mostStates)

/** What tickets are about. */
export const categoryRoutes = listedRoutes('categories', mostCategories)
