import type { Context, Hono } from 'hono'
import type { DepartmentName } from '../../../core/access/directory.ts'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Markup } from '../../../views/markup.ts'
import { manageService } from '../rights.ts'
import { type Said, type SaidBy, type SaidRow, say, sayElse, takeBack } from './said.ts'

/** The words of the pages of what departments say. */
type Words = Record<
  'title' | 'add' | 'company' | 'saved' | 'dropped' | 'there' | 'meanwhile',
  string
> & {
  edit: (name: string) => string
}

export type FormProps<Row> = {
  scope: Scope
  /** The one that is changed; left out for a new one. */
  said?: Row
  raw: Raw
  errors: Errors
  departments: readonly DepartmentName[]
  once?: string
}

type Pages<Input extends SaidBy, Row extends SaidRow & Input> = {
  said: Said<Input>
  place: string
  text: (locale: Locale) => Words
  read: (scope: Scope) => Promise<Row[]>
  /** What a new one says until somebody says otherwise. */
  usual: Input
  raw: (input: Input) => Raw
  parse: (
    scope: Scope,
    raw: Raw,
    departments: readonly DepartmentName[],
  ) => { input: Input; errors: Errors }
  list: (scope: Scope, rows: readonly Row[]) => Markup
  form: (props: FormProps<Row>) => Markup
}

/** The pages on which departments say something: all of it, a new one, one of them. */
export function addSaidRoutes<Input extends SaidBy, Row extends SaidRow & Input>(
  routes: Hono<Site>,
  pages: Pages<Input, Row>,
): void {
  const { said, place, text, read } = pages
  const manage = allow(manageService)

  const draw = async (c: Context<Site>, raw: Raw, errors?: Errors, row?: Row) => {
    const { scope, product } = c.var
    const { departments } = await product.directories.of(scope)
    const t = text(scope.locale)
    const key = row ? undefined : onceKey(raw)
    const drawn = { scope, said: row, raw, departments, errors: errors ?? {}, once: key }
    const title = row ? t.edit(row.department ?? t.company) : t.add
    return c.render(pages.form(drawn), { title, status: errors ? 422 : 200 })
  }

  const done = (c: Context<Site>, word: 'saved' | 'dropped') =>
    go(c, place, { kind: 'success', text: text(c.var.scope.locale)[word] })

  const find = async (c: Context<Site>): Promise<Row> => {
    const id = pathId(c)
    const row = (await read(c.var.scope)).find((one) => one.id === id)
    if (!row) throw notFound()
    return row
  }

  routes.get('/', manage, async (c) => {
    const { scope } = c.var
    const page = pages.list(scope, await read(scope))
    return c.render(page, { title: text(scope.locale).title })
  })

  routes.get('/new', manage, (c) => draw(c, pages.raw(pages.usual)))

  routes.post('/', manage, async (c) => {
    const { scope, product } = c.var
    const { raw } = await readForm(c)
    const { departments } = await product.directories.of(scope)
    const { input, errors } = pages.parse(scope, raw, departments)
    const made = await once(scope, raw, async () => {
      if (Object.keys(errors).length > 0) return undefined
      if (await say(scope, said, input)) return place
      errors.department = text(scope.locale).there
    })
    return made ? done(c, 'saved') : draw(c, raw, errors)
  })

  routes.get('/:id', manage, async (c) => {
    const row = await find(c)
    return draw(c, pages.raw(row), undefined, row)
  })

  routes.post('/:id', manage, async (c) => {
    const { scope } = c.var
    const row = await find(c)
    const { raw } = await readForm(c)
    const { input, errors } = pages.parse(scope, raw, [])
    if (Object.keys(errors).length === 0) {
      if ((await sayElse(scope, said, row, versionOf(raw), input)) === 'changed')
        return done(c, 'saved')
      errors[''] = text(scope.locale).meanwhile
    }
    return draw(c, raw, errors, row)
  })

  routes.post('/:id/drop', manage, async (c) => {
    await takeBack(c.var.scope, said, pathId(c))
    return done(c, 'dropped')
  })
}
