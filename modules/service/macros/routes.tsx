import { type Context, Hono } from 'hono'
import { may } from '../../../core/access/person.ts'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { editTickets } from '../rights.ts'
import { readCategories, readStates } from '../states/reading.ts'
import { type Choices, rawMacro, readMacroForm } from './macro-form.ts'
import {
  addMacro,
  allMacros,
  changeMacro,
  keepableMacro,
  type Macro,
  removeMacro,
} from './macros.ts'
import { macroText } from './messages.ts'
import { manageMacros } from './rights.ts'
import { MacroForm } from './views/macro-form.tsx'
import { MacrosPage } from './views/macros-page.tsx'

/** Keeping saved replies and macros: whoever answers keeps their own. */
export const macroRoutes = new Hono<Site>()

const answer = allow(editTickets)
const place = '/service/macros'

async function choicesOf(c: Context<Site>): Promise<Choices> {
  const { scope, product } = c.var
  const [states, categories, directory] = await Promise.all([
    readStates(scope),
    readCategories(scope),
    product.directories.of(scope),
  ])
  const departments = may(scope.user, manageMacros) ? directory.departments : []
  return { states, categories, departments }
}

type Drawn = { macro?: Macro; raw: Raw; errors?: Errors; version?: number; choices?: Choices }

async function draw(c: Context<Site>, { macro, raw, errors, version, choices }: Drawn) {
  const { scope } = c.var
  const t = macroText(scope.locale)
  const page = (
    <MacroForm
      {...{ scope, macro, raw, version }}
      choices={choices ?? (await choicesOf(c))}
      errors={errors ?? {}}
      once={macro ? undefined : onceKey(raw)}
    />
  )
  return c.render(page, { title: macro ? t.edit(macro.name) : t.add, status: errors ? 422 : 200 })
}

macroRoutes.get('/', answer, async (c) => {
  const { scope } = c.var
  const page = <MacrosPage scope={scope} macros={await allMacros(scope)} />
  return c.render(page, { title: macroText(scope.locale).title })
})

macroRoutes.get('/new', answer, (c) => draw(c, { raw: { who: 'me', kind: 'answer' } }))

macroRoutes.post('/', answer, async (c) => {
  const { scope } = c.var
  const [{ raw }, choices] = await Promise.all([readForm(c), choicesOf(c)])
  const { input, errors } = readMacroForm(scope, raw, choices)
  const to = await once(scope, raw, async () => {
    if (Object.keys(errors).length > 0) return undefined
    await addMacro(scope, input)
    return place
  })
  if (!to) return draw(c, { raw, errors, choices })
  return go(c, to, { kind: 'success', text: macroText(scope.locale).saved })
})

macroRoutes.get('/:id', answer, async (c) => {
  const macro = await keepableMacro(c.var.scope, pathId(c))
  return draw(c, { macro, raw: rawMacro(macro), version: macro.version })
})

macroRoutes.post('/:id', answer, async (c) => {
  const { scope } = c.var
  const macro = await keepableMacro(scope, pathId(c))
  const [{ raw }, choices] = await Promise.all([readForm(c), choicesOf(c)])
  const { input, errors } = readMacroForm(scope, raw, choices)
  const version = versionOf(raw)
  const t = macroText(scope.locale)
  if (Object.keys(errors).length === 0) {
    if ((await changeMacro(scope, macro, version, input)) === 'saved')
      return go(c, place, { kind: 'success', text: t.saved })
    errors[''] = t.conflict
  }
  return draw(c, { macro, raw, errors, version: macro.version, choices })
})

macroRoutes.post('/:id/remove', answer, async (c) => {
  const { scope } = c.var
  await removeMacro(scope, await keepableMacro(scope, pathId(c)))
  return go(c, place, { kind: 'success', text: macroText(scope.locale).removed })
})
