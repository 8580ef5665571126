import { type Context, Hono } from 'hono'
import { readFields } from '../../core/fields/forms.ts'
import { allow } from '../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../core/http/form.ts'
import { once } from '../../core/http/once.ts'
import { pathId } from '../../core/http/path-id.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { versionOf } from '../../core/http/version.ts'
import { drawEntry, drawEntryConflict } from './pages.tsx'
import {
  addEntry,
  changeEntry,
  type Entry,
  type Register,
  type RegisterTable,
  readEntry,
  removeEntry,
  type Values,
} from './register.ts'

/** The addresses by which a register is kept: new, save, edit, remove. */
export function registerRoutes<Table extends RegisterTable>(register: Register<Table>): Hono<Site> {
  const routes = new Hono<Site>()
  if (!register.single) addRoutes(routes, register)
  editRoutes(routes, register)
  if (!register.single) removeRoute(routes, register)
  return routes
}

const homeOf = <Table extends RegisterTable>(
  register: Register<Table>,
  values: Values,
  id: string,
): string => register.home?.(values, id) ?? register.list ?? register.place

function addRoutes<Table extends RegisterTable>(routes: Hono<Site>, register: Register<Table>) {
  const keep = allow(register.permission)
  routes.get('/new', keep, (c) => drawEntry(c, register, { raw: c.req.query() }))
  routes.post('/', keep, async (c) => {
    const { scope } = c.var
    const { raw, values, errors } = await readEntryForm(c, register)
    if (Object.keys(errors).length > 0) return drawEntry(c, register, { raw, errors })
    const to = await once(scope, raw, async () => {
      const kept = { ...values, ...(await register.fill?.(scope, values)) }
      const id = await addEntry(scope, register, kept)
      await register.after?.(scope, id)
      return homeOf(register, kept, id)
    })
    const text = register.words(scope.locale).saved
    return go(c, to ?? register.place, { kind: 'success', text })
  })
}

function editRoutes<Table extends RegisterTable>(routes: Hono<Site>, register: Register<Table>) {
  const keep = allow(register.permission)
  routes.get('/:id/edit', keep, async (c) => {
    const entry = await readEntry(c.var.scope, register, pathId(c))
    return drawEntry(c, register, { entry, version: entry.version })
  })
  routes.post('/:id', keep, async (c) => {
    const { scope } = c.var
    const entry = await readEntry(scope, register, pathId(c))
    const { raw, values, errors } = await readEntryForm(c, register, entry)
    const version = versionOf(raw)
    if (Object.keys(errors).length > 0)
      return drawEntry(c, register, { entry, raw, errors, version })
    const kept = { ...values, ...(await register.fill?.(scope, values)) }
    const outcome = await changeEntry(scope, register, entry, version, kept)
    if (outcome === 'conflict') return drawEntryConflict(c, register, entry, raw)
    if (outcome === 'saved') await register.after?.(scope, entry.id)
    const text = register.words(scope.locale).saved
    return go(c, homeOf(register, kept, entry.id), { kind: 'success', text })
  })
}

function removeRoute<Table extends RegisterTable>(routes: Hono<Site>, register: Register<Table>) {
  routes.post('/:id/remove', allow(register.permission), async (c) => {
    const { scope } = c.var
    const entry = await readEntry(scope, register, pathId(c))
    await removeEntry(scope, register, entry.id)
    await register.after?.(scope, entry.id)
    const text = register.words(scope.locale).removed ?? ''
    return go(c, register.list ?? register.place, { kind: 'success', text })
  })
}

/** Reads the form: every field by its own parser, then what they say together. */
async function readEntryForm<Table extends RegisterTable>(
  c: Context<Site>,
  register: Register<Table>,
  entry?: Entry<Table>,
): Promise<{ raw: Raw; values: Values; errors: Errors }> {
  const { scope, product } = c.var
  const { raw } = await readForm(c)
  const fields = await register.fields({ scope, product })
  const { values, errors } = readFields<Values>(scope, fields, raw)
  if (Object.keys(errors).length > 0 || !register.check) return { raw, values, errors }
  return { raw, values, errors: await register.check({ scope, product }, values, entry) }
}
