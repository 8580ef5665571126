import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { may } from '../../core/access/person.ts'
import { addWorkingDays } from '../../core/calendar/calendar.ts'
import { readCalendar, today } from '../../core/calendar/reading.ts'
import type { Errors, Raw } from '../../core/http/form.ts'
import { onceKey } from '../../core/http/once.ts'
import { notFound } from '../../core/http/refusal.ts'
import type { Site } from '../../core/http/site.ts'
import { readLessons } from '../lessons/lessons.ts'
import { readStrictness } from '../matrix/strictness.ts'
import { readAdvance } from './advances.ts'
import { lockedSince } from './criteria.ts'
import { readDecisions, readOverrides } from './decisions.ts'
import { readFallen } from './fallen.ts'
import { type Gate, gatesOf } from './gates.ts'
import { gatesText } from './messages.ts'
import { readProposals } from './proposals.ts'
import { evaluateGate, readStanding, type Standing } from './room.ts'
import { RoomPage } from './views/room.tsx'

export const gatePlace = (gate: Gate): string => `/rollout/gates/${gate.code}`

/** The gate an address names. @throws Refusal 404 when this rollout has none of that name */
export async function gateIn(c: Context<Site>): Promise<{ gate: Gate; standing: Standing }> {
  const standing = await readStanding(c.var.scope)
  const code = c.req.param('code')
  const gate = standing && gatesOf(standing.programme.size).find((one) => one.code === code)
  if (!gate) throw notFound()
  return { gate, standing }
}

type Drawn = { raw?: Raw; errors?: Errors; status?: ContentfulStatusCode }

/** Draws a gate on the evidence of this moment. */
export async function drawRoom(c: Context<Site>, { raw = {}, errors, status }: Drawn = {}) {
  const { scope, product } = c.var
  const { gate, standing } = await gateIn(c)
  const decisions = await readDecisions(scope, gate.code)
  const isNext = standing.gate?.code === gate.code
  const soon = addWorkingDays(await readCalendar(scope), today(scope), 1)
  const page = (
    <RoomPage
      locale={scope.locale}
      timeZone={scope.company.timeZone}
      userId={scope.user.id}
      gate={gate}
      isNext={isNext}
      evaluation={await evaluateGate(scope, product, standing, gate)}
      strictness={await readStrictness(scope)}
      locked={await lockedSince(scope, gate.family)}
      decisions={decisions}
      fallen={gate.family === 'G6' ? await readFallen(scope) : []}
      overrides={(await readOverrides(scope)).filter((one) => one.gate !== gate.code)}
      proposals={await readProposals(scope, gate.code)}
      advance={await readAdvance(scope, gate.code)}
      paused={standing.programme.pausedAt !== null}
      raw={{ at: `${soon} 09:30`, ...raw }}
      seen={decisions[0]?.id ?? ''}
      errors={errors}
      once={onceKey(raw)}
      mayManage={may(scope.user, 'core.rollout.manage')}
      mayDecide={may(scope.user, 'core.rollout.decide')}
      lessons={await readLessons(scope, gate.stage)}
    />
  )
  const t = gatesText(scope.locale)
  const title = t.gate(gate.code, t.names[gate.family])
  return c.render(page, { title, status: status ?? (errors ? 422 : 200) })
}
