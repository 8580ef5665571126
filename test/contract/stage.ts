import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { asOperator } from '../../core/access/operator.ts'
import { openPool, type Pool } from '../../core/db/connection.ts'
import type { Module } from '../../core/module.ts'
import { seeded } from '../../core/seed/random.ts'
import type { ModuleState } from '../../core/switchboard.ts'
import { openModule } from '../../flags/audience.ts'
import type { Grant } from '../../flags/snapshot.ts'
import { modules as shipped } from '../../modules/index.ts'
import type { PersonName } from '../setup/cast.ts'
import { type Firm, type Office, openOffice } from '../setup/office.ts'
import { fixtures } from './fixture/index.ts'

/** All modules under contract: those the product ships, and two that use every part of it. */
export const modules: readonly Module[] = [...shipped, ...fixtures]

/** An office in which every module has records, and is on for everybody until something is switched. */
export type Stage = Office & {
  /** The superuser's eyes: they see every row, whatever the policies say. */
  eyes: Pool
  /** Switches a module for these people; for the whole company when nobody is named. */
  turn: (module: string, state: ModuleState, ...who: PersonName[]) => Promise<void>
  /** What there is in a module's tables, in one number; equal means that no row differs. */
  fingerprint: (module: Module) => Promise<string>
}

export async function openStage(): Promise<Stage> {
  const office = await openOffice({ modules })
  const eyes = openPool(office.database.admin, 2)
  await addFixtureTables(office)
  const { product } = office.app
  for (const module of modules)
    await asOperator(product, office.company, 'test', async (scope) => {
      for (const seed of module.seeds ?? []) await seed.make(scope, 3, seeded(7))
    })
  const turn = switches(office)
  for (const module of modules) await turn(module.id, 'write')
  return {
    ...office,
    eyes,
    turn,
    fingerprint: (module) => fingerprint(eyes, module),
    close: async () => {
      await eyes.end()
      await office.close()
    },
  }
}

/** Their tables are no part of the product, so no migration makes them. */
async function addFixtureTables({ database }: Office): Promise<void> {
  const owner = openPool(database.connections.owner, 1)
  await owner.unsafe(await readFile(new URL('./fixture/tables.sql', import.meta.url), 'utf8'))
  await owner.end()
}

/** By the verbs of the flags themselves; done once this process has heard of it. */
function switches({ people, inScope }: Office): Stage['turn'] {
  const names = Object.keys(people) as PersonName[]
  const all = new Map<string, Map<PersonName, ModuleState>>()
  return async (module, state, ...who) => {
    const states = all.get(module) ?? new Map<PersonName, ModuleState>()
    all.set(module, states)
    for (const name of who.length > 0 ? who : names) states.set(name, state)
    const grants = grantsFor(states, people)
    await inScope('amy', (scope) => openModule(scope, { id: module }, grants, 'for this test'))
    await until(`${module} is ${state}`, async () => {
      const now = await Promise.all(
        names.map((name) => inScope(name, async (scope) => scope.modules.state(module))),
      )
      return names.every((name, at) => (states.get(name) ?? 'off') === now[at])
    })
  }
}

/** Everybody when all may write; else those who may do anything, by name. */
function grantsFor(states: Map<PersonName, ModuleState>, people: Firm['people']): Grant[] {
  const all = Object.keys(people) as PersonName[]
  if (all.every((name) => states.get(name) === 'write'))
    return [{ kind: 'everyone', variant: 'write' }]
  return all.flatMap((name): Grant[] => {
    const variant = states.get(name) ?? 'off'
    return variant === 'off' ? [] : [{ kind: 'person', person: people[name], variant }]
  })
}

/** Asks again and again. @throws when it is not so within ten seconds */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Waited ten seconds in vain: ${what}.`)
    await wait(10)
  }
}

async function fingerprint(eyes: Pool, module: Module): Promise<string> {
  const tables = await tablesOf(eyes, module)
  const sums = await Promise.all(
    tables.map(
      (table) => eyes<{ sum: string }[]>`
        select ${table} || ' ' || count(*) || ' ' || md5(string_agg(t::text, ' ' order by t::text)) as sum
        from ${eyes(table)} t`,
    ),
  )
  return sums.map(([row]) => row?.sum).join('\n')
}

/** The tables in a module's schema as the database knows them, so that none is left out. */
export async function tablesOf(eyes: Pool, module: Module): Promise<string[]> {
  const rows = await eyes<{ name: string }[]>`
    select n.nspname || '.' || c.relname as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${module.id} and c.relkind in ('r', 'p') and c.relname <> 'migrations'
    order by 1`
  return rows.map((row) => row.name)
}

/** Waits until the product's worker has nothing left to do. */
export const untilIdle = ({ eyes }: Stage): Promise<void> =>
  until('the queue is empty', async () => {
    const [left] = await eyes<{ jobs: number }[]>`
      select count(*)::int as jobs from graphile_worker.jobs where last_error is null`
    return left?.jobs === 0
  })
