import { type Member, readMembers } from '../core/access/members.ts'
import type { Scope } from '../core/scope.ts'
import { type Flagged, needsOf } from './compile.ts'
import { contextOf } from './context.ts'
import type { Engine } from './engine.ts'
import { readSnapshot } from './rows.ts'
import type { ModuleRows } from './schema.ts'
import type { Snapshot } from './snapshot.ts'
import { moduleFlag } from './strategies.ts'
import { withEngine } from './trial.ts'

/** What a change would mean for one module: who gains it, who loses it, whose right to write changes. */
export type Effect = {
  module: string
  gained: Member[]
  lost: Member[]
  /** Had write, would only read. */
  narrowed: Member[]
  /** Could only read, would write. */
  widened: Member[]
  /** Everybody who would have it. */
  members: Member[]
  /** Ids of those of them who have yet to learn before they may write. */
  toLearn: Set<string>
}

/**
 * Who would gain and lose what if these were all the rows of a module: decided for every person by
 * the code that decides at run time. Modules that need this one are told of too, if anything changes
 * there.
 * @param stops false: as if the module were stopped nowhere, neither before nor after
 */
export async function previewRows(
  scope: Scope,
  modules: readonly Flagged[],
  module: string,
  rows: ModuleRows,
  { stops }: { stops: boolean } = { stops: true },
): Promise<Effect[]> {
  const now = await readSnapshot(scope.db, scope.company.id, modules)
  const others = <T extends { module: string }>(all: T[]) =>
    all.filter((row) => row.module !== module)
  const before = stops ? now : { ...now, kills: others(now.kills) }
  const stopped = stops ? [...(rows.kill ? [rows.kill] : []), ...(rows.frozen ?? [])] : []
  const after = {
    ...before,
    audiences: [...others(before.audiences), ...rows.audiences],
    kills: [...others(before.kills), ...stopped],
  }
  return compareSnapshots(modules, module, await readMembers(scope), before, after)
}

/** The effect of going from one state to another on a module and on those that need it. */
export function compareSnapshots(
  modules: readonly Flagged[],
  module: string,
  members: readonly Member[],
  before: Snapshot,
  after: Snapshot,
): Effect[] {
  const ids = [module, ...dependents(module, modules)]
  const effects = withEngine(before, modules, (old) =>
    withEngine(after, modules, (young) => ids.map((id) => effectOn(id, members, old, young))),
  )
  return effects.filter(
    (effect, index) => index === 0 || effect.gained.length + effect.lost.length > 0,
  )
}

const dependents = (module: string, modules: readonly Flagged[]): string[] =>
  modules
    .filter((other) => {
      const { parent, others } = needsOf(other, modules)
      return parent === module || others.includes(module)
    })
    .map((other) => other.id)

function effectOn(module: string, members: readonly Member[], old: Engine, young: Engine): Effect {
  const effect: Effect = {
    ...{ module, gained: [], lost: [], narrowed: [], widened: [], members: [] },
    toLearn: new Set(),
  }
  for (const member of members) {
    const who = contextOf(member)
    const [was, is] = [old.state(who, module), young.state(who, module)]
    if (is !== 'off') effect.members.push(member)
    if (young.explain(who, moduleFlag(module)).toLearn) effect.toLearn.add(member.id)
    if (was === is) continue
    if (was === 'off') effect.gained.push(member)
    else if (is === 'off') effect.lost.push(member)
    else effect[is === 'read' ? 'narrowed' : 'widened'].push(member)
  }
  return effect
}
