import { type Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { manageService } from '../rights.ts'
import { addHours, changeHours, dropHours } from './business-hours.ts'
import { rawHours, readHoursForm } from './form.ts'
import { hoursText } from './messages.ts'
import { type Hours, readHours, usualWeek } from './reading.ts'
import { HoursForm } from './views/hours-form.tsx'
import { HoursPage, hoursPlace } from './views/hours-page.tsx'

/** When the company and its departments answer customers. */
export const hoursRoutes = new Hono<Site>()

const manage = allow(manageService)

async function draw(c: Context<Site>, raw: Raw, errors?: Errors, hours?: Hours) {
  const { scope, product } = c.var
  const { departments } = await product.directories.of(scope)
  const t = hoursText(scope.locale)
  const page = (
    <HoursForm
      {...{ scope, hours, raw, departments }}
      errors={errors ?? {}}
      once={hours ? undefined : onceKey(raw)}
    />
  )
  const title = hours ? t.edit(hours.department ?? t.company) : t.add
  return c.render(page, { title, status: errors ? 422 : 200 })
}

const done = (c: Context<Site>, text: 'saved' | 'dropped') =>
  go(c, hoursPlace, { kind: 'success', text: hoursText(c.var.scope.locale)[text] })

hoursRoutes.get('/', manage, async (c) => {
  const { scope } = c.var
  const page = <HoursPage scope={scope} hours={await readHours(scope)} />
  return c.render(page, { title: hoursText(scope.locale).title })
})

hoursRoutes.get('/new', manage, (c) =>
  draw(c, rawHours({ departmentId: null, week: [...usualWeek], onHolidays: false })),
)

hoursRoutes.post('/', manage, async (c) => {
  const { scope, product } = c.var
  const { raw } = await readForm(c)
  const { departments } = await product.directories.of(scope)
  const { input, errors } = readHoursForm(scope, raw, departments)
  const made = await once(scope, raw, async () => {
    if (Object.keys(errors).length > 0) return undefined
    if (await addHours(scope, input)) return hoursPlace
    errors.department = hoursText(scope.locale).there
  })
  return made ? done(c, 'saved') : draw(c, raw, errors)
})

async function find(c: Context<Site>): Promise<Hours> {
  const id = pathId(c)
  const hours = (await readHours(c.var.scope)).find((one) => one.id === id)
  if (!hours) throw notFound()
  return hours
}

hoursRoutes.get('/:id', manage, async (c) => {
  const hours = await find(c)
  return draw(c, rawHours(hours), undefined, hours)
})

hoursRoutes.post('/:id', manage, async (c) => {
  const { scope } = c.var
  const hours = await find(c)
  const { raw } = await readForm(c)
  const { input, errors } = readHoursForm(scope, raw, [])
  if (Object.keys(errors).length === 0) {
    if ((await changeHours(scope, hours, versionOf(raw), input)) === 'changed')
      return done(c, 'saved')
    errors[''] = hoursText(scope.locale).meanwhile
  }
  return draw(c, raw, errors, hours)
})

hoursRoutes.post('/:id/drop', manage, async (c) => {
  await dropHours(c.var.scope, pathId(c))
  return done(c, 'dropped')
})
