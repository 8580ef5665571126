import { z } from 'zod'
import type { JsonRecord, Resource } from '../../core/api/resource.ts'
import { notFound } from '../../core/http/refusal.ts'
import type { Scope } from '../../core/scope.ts'
import { readStanding } from '../gates/room.ts'
import { currentOf } from '../plan/stage-rows.ts'

const day = z.iso.date().nullable()

const stage = z.strictObject({
  code: z.string(),
  startPlan: day,
  endPlan: day,
  startedOn: day,
  endedOn: day,
  workDone: z.number(),
  work: z.number(),
})

const decision = z.strictObject({
  id: z.uuid(),
  gate: z.string(),
  at: z.iso.datetime(),
  outcome: z.enum(['go', 'conditional', 'redesign', 'stop']),
  override: z.boolean(),
  expiresOn: day,
})

/**
 * The rollout for programs: one record, or none before there is a plan. It is read and never
 * changed: gates are gone through by people.
 */
export const rolloutResource: Resource<'core'> = {
  name: 'rollout',
  title: { en: 'Rollout', 'zh-CN': '推行' },
  permission: 'core.rollout.view',
  record: () =>
    z.strictObject({
      id: z.uuid(),
      startsOn: z.iso.date(),
      size: z.number(),
      pausedAt: z.iso.datetime().nullable(),
      stage: z.string().nullable(),
      nextGate: z.string().nullable(),
      stages: z.array(stage),
      decisions: z.array(decision),
    }),
  filters: {},
  sorts: ['startsOn'],
  list: async (scope) => {
    const found = await read(scope)
    return { items: found ? [found] : [], total: found ? 1 : 0, next: null }
  },
  read: async (scope, id) => {
    const found = await read(scope)
    if (found?.id !== id) throw notFound()
    return found
  },
}

async function read(scope: Scope): Promise<JsonRecord | undefined> {
  const standing = await readStanding(scope)
  if (!standing) return undefined
  const { programme, stages, latest, gate } = standing
  const { id, startsOn, size, pausedAt } = programme
  return {
    ...{ id, startsOn, size, pausedAt },
    stage: currentOf(stages)?.code ?? null,
    nextGate: gate?.code ?? null,
    stages: stages.map(({ code, startPlan, endPlan, startedOn, endedOn, done, all }) => ({
      ...{ code, startPlan, endPlan, startedOn, endedOn, workDone: done, work: all },
    })),
    decisions: latest.map(({ id, gate, at, outcome, override, expiresOn }) => ({
      ...{ id, gate, at, outcome, override, expiresOn },
    })),
  }
}
