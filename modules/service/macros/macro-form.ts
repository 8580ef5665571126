import type { DepartmentName } from '../../../core/access/directory.ts'
import { may } from '../../../core/access/person.ts'
import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseText } from '../../../core/values/text.ts'
import { inUse } from '../states/reading.ts'
import type { Category, State } from '../states/state-types.ts'
import { type Priority, priorities } from '../tickets/choices.ts'
import { unknownIn } from './filling.ts'
import { isMacro, type Macro, type MacroInput } from './macros.ts'
import { macroText } from './messages.ts'
import { manageMacros } from './rights.ts'

/** What a form of a macro chooses from. */
export type Choices = {
  states: readonly State[]
  categories: readonly Category[]
  departments: readonly DepartmentName[]
}

/** Whose a macro is, as the form posts it: `me`, `all`, or the id of a department. */
export const whoOf = ({ ownerId, departmentId }: MacroInput): string =>
  ownerId ? 'me' : (departmentId ?? 'all')

/** Reads a macro's form; what is not offered is not taken. */
export function readMacroForm(
  scope: Scope,
  raw: Raw,
  { states, categories, departments }: Choices,
): { input: MacroInput; errors: Errors } {
  const t = macroText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const name = fields.need('name', t.name, (text) => parseText(text, { most: 100 }), '')
  const text = fields.may('text', (typed) => parseText(typed, { most: 10_000 })) ?? ''
  const tag = fields.may('tag', (typed) => parseText(typed, { most: 40 })) ?? ''
  const unknown = unknownIn(text)
  if (unknown.length > 0)
    fields.refuse('text', t.unknown(unknown.map((word) => `{{${word}}}`).join(' ')))
  const one = <T extends { id: string }>(from: readonly T[], id = '') =>
    from.find((each) => each.id === id)?.id ?? null
  const input: MacroInput = {
    ...{ name, text, tag, kind: raw.kind === 'note' ? 'note' : 'answer' },
    stateId: one(inUse(states), raw.state),
    categoryId: one(inUse(categories), raw.category),
    priority: (priorities.find(({ key }) => key === raw.priority)?.key ?? null) as Priority | null,
    takes: raw.takes === 'on' ? 'me' : '',
    ...placeOf(scope, raw.who ?? 'me', departments),
  }
  if (fields.ok && text === '' && !isMacro(input)) fields.refuse('text', t.nothing)
  return { input, errors: fields.errors }
}

/** Who may not keep what is shared, keeps their own. */
function placeOf(scope: Scope, who: string, departments: Choices['departments']) {
  if (who === 'me' || !may(scope.user, manageMacros))
    return { ownerId: scope.user.id, departmentId: null }
  return {
    ownerId: null,
    departmentId: departments.find(({ id }) => id === who)?.id ?? null,
  }
}

/** A macro as its form posts it. */
export const rawMacro = (macro: Macro): Raw => ({
  name: macro.name,
  text: macro.text,
  kind: macro.kind,
  state: macro.stateId ?? '',
  priority: macro.priority ?? '',
  category: macro.categoryId ?? '',
  tag: macro.tag,
  takes: macro.takes ? 'on' : undefined,
  who: whoOf(macro),
})
