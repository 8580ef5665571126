import { sql } from 'drizzle-orm'
import { notify } from '../../core/notify/notify.ts'
import type { Scope } from '../../core/scope.ts'
import { addEntry, changeEntry, readEntry } from '../register/register.ts'
import { whoRun } from '../risks/watching.ts'
import { feedback, type VoiceKind } from './schema.ts'

export const kept = { object: 'flags.feedback', table: feedback } as const

export const voiceKinds: readonly VoiceKind[] = ['blocks', 'idea', 'complaint']

export type Said = { kind: VoiceKind; module: string; page: string; text: string }

/** Says that something blocks one, or could be better; those who run the rollout are told. */
export async function say(scope: Scope, said: Said): Promise<string> {
  const { id: userId, departmentId } = scope.user
  const id = await addEntry(scope, kept, { ...said, userId, departmentId })
  const data = { text: said.text }
  await notify(scope, await whoRun(scope), 'rollout.feedback', { recordId: id }, data)
  return id
}

export type Voice = Said & {
  id: string
  who: string
  userId: string
  at: Date
  answer: string | null
  settledAt: Date | null
}

/** What was said, what waits for an answer first. @param own only what this person said */
export const readVoices = (
  { db, company }: Pick<Scope, 'db' | 'company'>,
  own?: string,
): Promise<Voice[]> =>
  db.execute<Voice>(sql`
    select f.id, f.kind, f.module, f.page, f.text, u.name as who, f.user_id as "userId",
      f.created_at as at, f.answer, f.settled_at as "settledAt"
    from flags.feedback f join core.users u on u.company_id = f.company_id and u.id = f.user_id
    where f.company_id = ${company.id} and f.archived_at is null
      ${own ? sql`and f.user_id = ${own}` : sql``}
    order by f.settled_at is null desc, f.created_at desc, f.id limit 100`)

/** Answers, which settles it; whoever said it is told. A second answer changes nothing. */
export async function settle(scope: Scope, id: string, answer: string): Promise<void> {
  const entry = await readEntry(scope, kept, id)
  if (entry.settledAt) return
  const values = { answer, settledAt: scope.now(), settledBy: scope.actorId }
  await changeEntry(scope, kept, entry, entry.version, values, { action: 'answered' })
  await notify(
    scope,
    [entry.userId],
    'rollout.feedback-answered',
    { recordId: id },
    { text: answer },
  )
}
