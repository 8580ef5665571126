import { type Context, Hono } from 'hono'
import { readMembers } from '../../core/access/members.ts'
import { isId } from '../../core/db/id.ts'
import { allow } from '../../core/http/allow.ts'
import { type Errors, readForm, readUpload } from '../../core/http/form.ts'
import { notFound } from '../../core/http/refusal.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import type { Scope } from '../../core/scope.ts'
import { downloadHeaders } from '../../core/transfer/download.ts'
import { contextOf } from '../context.ts'
import { DocumentError, parseDocument } from '../documents.ts'
import { exportDocument, importDocument } from '../imported.ts'
import { sayDocumentProblem } from '../messages.ts'
import { readDirectory } from '../names.ts'
import { readSnapshot } from '../rows.ts'
import type { FlagsDocument } from '../snapshot.ts'
import { withEngine } from '../trial.ts'
import { sayDecision } from '../words.ts'
import { broughtText } from './messages.ts'
import type { Feature } from './strategies.ts'
import { BringPage } from './views/bring.tsx'
import { FlagPage } from './views/flag.tsx'
import { FlagsPage } from './views/flags.tsx'

/** Flags that came in as an Unleash document: their rules in words, for whom they are on, in and out. */
export const broughtRoutes = new Hono<Site>()

const manage = allow('core.modules.manage')
const place = '/admin/flags'
const pageSize = 50
/** Of a document; thousands of flags are far below it. */
const largest = 5 * 1024 * 1024

broughtRoutes.get('/', manage, (c) => {
  const flag = c.req.query('flag')
  return flag === undefined ? drawList(c) : drawFlag(c, flag)
})

broughtRoutes.get('/export', manage, async (c) => {
  const document = await exportDocument(c.var.scope)
  return c.body(JSON.stringify(document, null, 2), 200, {
    ...downloadHeaders('flags.json', 'application/json; charset=utf-8'),
  })
})

broughtRoutes.get('/new', manage, (c) => drawBring(c))

broughtRoutes.post('/', manage, async (c) => {
  const { scope } = c.var
  const t = broughtText(scope.locale)
  const { raw } = await readForm(c)
  const file = await readUpload(c, 'file')
  if (!file) return drawBring(c, { file: t.noFile })
  if (file.size > largest) return drawBring(c, { file: t.tooLarge })
  let document: FlagsDocument
  try {
    document = parseDocument(await file.text())
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return drawBring(c, { file: sayDocumentProblem(error.problem, scope.locale) })
  }
  const done = await importDocument(scope, document, raw.replace === 'on')
  const text = t.brought(done.created, done.updated, done.unchanged, done.dropped)
  return go(c, place, { kind: 'success', text })
})

function drawBring(c: Context<Site>, errors?: Errors) {
  const { locale } = c.var.scope
  const page = <BringPage locale={locale} errors={errors ?? {}} />
  return c.render(page, { title: broughtText(locale).bring, status: errors ? 422 : 200 })
}

async function drawList(c: Context<Site>) {
  const { scope } = c.var
  const query = (c.req.query('q') ?? '').slice(0, 100)
  const at = Math.max(1, Math.floor(Number(c.req.query('page'))) || 1)
  const features = await readFeatures(scope)
  const wanted = query.toLowerCase()
  const found = features.filter(({ name }) => name.toLowerCase().includes(wanted))
  const page = (
    <FlagsPage
      locale={scope.locale}
      query={query}
      features={found.slice((at - 1) * pageSize, at * pageSize)}
      total={found.length}
      isEmpty={features.length === 0}
      page={at}
      pageSize={pageSize}
    />
  )
  return c.render(page, { title: broughtText(scope.locale).title })
}

const readFeatures = async (scope: Scope): Promise<Feature[]> =>
  (await exportDocument(scope)).features.map((feature) => ({
    ...feature,
    name: String(feature.name),
  }))

async function drawFlag(c: Context<Site>, name: string) {
  const { scope, product } = c.var
  const { modules } = product.registry
  const snapshot = await readSnapshot(scope.db, scope.company.id)
  const feature = (await readFeatures(scope)).find((one) => one.name === name)
  if (!feature) throw notFound()
  const members = await readMembers(scope)
  const id = c.req.query('person') ?? ''
  const person = isId(id) ? members.find((member) => member.id === id) : undefined
  const directory = await readDirectory(scope, modules)
  const answer =
    person &&
    withEngine(snapshot, modules, (engine) => {
      const found = engine.explain(contextOf(person), name)
      const home = person.departmentId
      const ownDepartment = home ? { id: home, name: directory.department(home) } : undefined
      const names = { ...directory, person: person.name, ownDepartment }
      const sentence = sayDecision(scope.locale, name, found, names)
      const variant = found.on && found.variant ? found.variant.name : undefined
      return { on: found.on, sentence, variant }
    })
  const page = (
    <FlagPage
      locale={scope.locale}
      feature={feature}
      members={members}
      person={person?.id ?? ''}
      answer={answer}
    />
  )
  return c.render(page, { title: name })
}
