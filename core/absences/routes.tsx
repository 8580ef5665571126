import { type Context, Hono } from 'hono'
import { readCalendar } from '../calendar/reading.ts'
import { allow } from '../http/allow.ts'
import { type Errors, type Raw, readForm } from '../http/form.ts'
import { once, onceKey } from '../http/once.ts'
import { pathId } from '../http/path-id.ts'
import { go } from '../http/render.tsx'
import type { Site } from '../http/site.ts'
import { addAbsence, dropAbsence, readKept } from './changing.ts'
import { absencesText } from './messages.ts'
import { manageAbsences, readAbsences } from './reading.ts'
import { AbsencesPage } from './views/absences.tsx'

/** Who is away when: kept by administrators for everybody, by leads for their departments. */
export const absenceRoutes = new Hono<Site>()

const manage = allow(manageAbsences)
const place = '/absences'

absenceRoutes.get('/', manage, (c) => draw(c, {}))

absenceRoutes.post('/', manage, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  let errors: Errors | undefined
  await once(scope, raw, async () => {
    errors = await addAbsence(scope, raw)
    return errors ? undefined : place
  })
  if (errors) return draw(c, raw, errors)
  return go(c, place, { kind: 'success', text: absencesText(scope.locale).saved })
})

absenceRoutes.post('/:id/drop', manage, async (c) => {
  const { scope } = c.var
  await dropAbsence(scope, pathId(c))
  return go(c, place, { kind: 'success', text: absencesText(scope.locale).dropped })
})

async function draw(c: Context<Site>, raw: Raw, errors?: Errors) {
  const { scope } = c.var
  const page = (
    <AbsencesPage
      scope={scope}
      absences={await readAbsences(scope)}
      calendar={await readCalendar(scope)}
      people={await readKept(scope)}
      raw={raw}
      errors={errors}
      once={onceKey(raw)}
    />
  )
  return c.render(page, { title: absencesText(scope.locale).title, status: errors ? 422 : 200 })
}
