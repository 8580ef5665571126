import { sql } from 'drizzle-orm'
import { type Member, readMembers } from '../core/access/members.ts'
import type { Module } from '../core/module.ts'
import type { Scope } from '../core/scope.ts'
import { contextOf } from './context.ts'
import { readSnapshot } from './rows.ts'
import type { ModuleRows } from './schema.ts'
import { stopsOf } from './snapshot.ts'
import { withEngine } from './trial.ts'

/** How a module stands, in one word. `waiting`: open for somebody, but what it needs is not. */
export type Stand = 'off' | 'some' | 'all' | 'waiting' | 'stopped'

/** Who has a module now, and who changed that last. */
export type Standing = {
  module: Module
  rows: ModuleRows
  stand: Stand
  members: Member[]
  latest: Latest | undefined
}

type Latest = { module: string; at: Date; by: string | null }

/** How every module stands, and how many people there are who could have one. */
export async function readStandings(
  scope: Scope,
  modules: readonly Module[],
): Promise<{ standings: Standing[]; people: number }> {
  const snapshot = await readSnapshot(scope.db, scope.company.id)
  const everybody = await readMembers(scope)
  const latest = await readLatest(scope)
  const standings = withEngine(snapshot, modules, (engine) =>
    modules.map((module): Standing => {
      const audiences = snapshot.audiences.filter((row) => row.module === module.id)
      const members = everybody.filter((one) => engine.state(contextOf(one), module.id) !== 'off')
      const rows = { audiences, ...stopsOf(snapshot, module.id) }
      const stand = standOf(rows, engine.isOpen(module.id), members.length, everybody.length)
      return {
        module,
        rows,
        stand,
        members,
        latest: latest.find((one) => one.module === module.id),
      }
    }),
  )
  return { standings, people: everybody.length }
}

function standOf(rows: ModuleRows, open: boolean, members: number, people: number): Stand {
  if (rows.kill) return 'stopped'
  if (rows.audiences.every(({ state }) => state === 'off')) return 'off'
  if (!open) return 'waiting'
  return members > 0 && members === people ? 'all' : 'some'
}

const readLatest = (scope: Scope): Promise<Latest[]> =>
  scope.db.execute<Latest>(sql`
    select distinct on (module) module, at, "by" from flags.changes
    where company_id = ${scope.company.id} order by module, id desc`)
