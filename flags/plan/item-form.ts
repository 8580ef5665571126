import { readEverybody } from '../../core/access/members.ts'
import { Fields } from '../../core/http/fields.ts'
import type { Errors, Raw } from '../../core/http/form.ts'
import type { Scope } from '../../core/scope.ts'
import { parseDate } from '../../core/values/date.ts'
import { parseText } from '../../core/values/text.ts'
import { planText } from './messages.ts'
import { isStage } from './stages.ts'
import type { Draft } from './work-items.ts'

/**
 * Reads the form of a piece of work.
 * @param raw fields title, stage, owner (an id or empty), dueOn, note
 * @param needsTitle whether it has no words but those typed
 */
export async function readDraft(
  scope: Scope,
  raw: Raw,
  needsTitle: boolean,
): Promise<{ draft: Draft; errors: Errors; ok: boolean }> {
  const t = planText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const words = (text: string) => parseText(text, { most: 200 })
  const title = needsTitle ? fields.need('title', t.what, words, '') : fields.may('title', words)
  const note = fields.may('note', (text) => parseText(text, { most: 2000 })) ?? ''
  const dueOn = fields.need('dueOn', t.due, parseDate, '')
  const stage = isStage(raw.stage) ? raw.stage : undefined
  if (!stage) fields.refuse('stage', t.chooseStage)
  const ownerId = raw.owner || null
  // Somebody who left meanwhile may stay its owner until another is named.
  if (ownerId && !(await readEverybody(scope)).some(({ id }) => id === ownerId))
    fields.refuse('owner', t.choosePerson)
  const draft = { stage: stage ?? 'S0', title, note, ownerId, dueOn }
  return { draft, errors: fields.errors, ok: fields.ok }
}
