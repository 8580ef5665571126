import { sql } from 'drizzle-orm'
import { may } from '../../core/access/person.ts'
import type { Module } from '../../core/module.ts'
import type { Scope } from '../../core/scope.ts'
import { type Outgoing, outgoingOf } from '../../core/transfer/transfer.ts'

/** What of a module this person may take out as files. */
export const exportsOf = (scope: Scope, module: Module): Outgoing[] =>
  outgoingOf(module).filter(({ exportPermission }) => may(scope.user, exportPermission))

/** What of it nobody has taken out whole within the last day, as the audit trail knows. */
export async function missingExports(scope: Scope, module: Module): Promise<Outgoing[]> {
  const since = new Date(scope.now().getTime() - 86_400_000).toISOString()
  const rows = await scope.db.execute<{ kind: string }>(sql`
    select distinct begun.after->>'kind' as kind
    from core.audit begun join core.audit done on done.company_id = begun.company_id
      and done.object = 'core.export' and done.action = 'delivered'
      and done.record_id = begun.record_id and done.at > ${since}
    where begun.company_id = ${scope.company.id} and begun.object = 'core.export'
      and begun.action = 'exported' and begun.at > ${since}
      and coalesce(begun.after->>'filters', '') = ''`)
  const taken = new Set(rows.map(({ kind }) => kind))
  return exportsOf(scope, module).filter(({ kind }) => !taken.has(kind))
}
