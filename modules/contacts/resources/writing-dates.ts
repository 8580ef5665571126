import { z } from 'zod'
import type { Input } from '../../../core/api/resource.ts'
import type { Errors } from '../../../core/http/form.ts'
import type { Reference } from '../../../core/records/subjects.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { isoYearDay } from '../../../core/values/year-day.ts'
import { readDateForm } from '../dates/date-form.ts'
import {
  addDate,
  type DateInput,
  type ImportantDate,
  readDates,
  removeDate,
  saveDate,
} from '../dates/dates.ts'
import { mostDates, reminders } from '../dates/kinds.ts'
import { contactsText } from '../messages.ts'
import { besideFields } from './beside.ts'

const shown = besideFields.dates.element.shape

/** The important dates of a record as programs write them: the whole list. */
export const writtenDates = z
  .array(
    z.strictObject({
      id: z.uuid().optional(),
      kind: shown.kind,
      name: shown.name.default(''),
      day: shown.day,
      recurs: shown.recurs.default('yearly'),
      remindBefore: z.literal(reminders).nullable().default(null),
    }),
  )
  .max(mostDates)
  .meta(besideFields.dates.meta() ?? {})

/** Each with the one that it changes; without one it is new. */
export type GivenDate = { old: ImportantDate | undefined; date: DateInput }

/** Reads what the dates of a record are to be, by the parser of their form. What is wrong is added to `errors`. */
export async function readGivenDates(
  scope: Scope,
  { dates }: Input,
  about: Reference | undefined,
  errors: Errors,
): Promise<GivenDate[] | undefined> {
  if (dates === undefined) return undefined
  const now = about ? await readDates(scope, about) : []
  return (dates as z.output<typeof writtenDates>).map((given, at) => {
    const { kind, name, day, recurs, remindBefore } = given
    const raw = { kind, name, at: day, recurs, remind: String(remindBefore ?? '') }
    const { input, errors: wrong } = readDateForm(scope, raw)
    for (const [field, sentence] of Object.entries(wrong))
      errors[`dates.${at}.${field === 'at' ? 'day' : field}`] = sentence
    const old = now.find((one) => (given.id ? one.id === given.id : isSame(one, input)))
    if (given.id && !old) errors[`dates.${at}.id`] = contactsText(scope.locale).dateGone
    return { old, date: input }
  })
}

const isSame = (one: DateInput, other: DateInput): boolean =>
  one.kind === other.kind && one.name === other.name && isoYearDay(one.at) === isoYearDay(other.at)

/** Makes the dates of a record those of the list. */
export async function setDates(
  scope: Scope,
  registry: Registry,
  about: Reference,
  given: readonly GivenDate[],
): Promise<void> {
  const kept = new Set(given.map(({ old }) => old?.id))
  for (const date of await readDates(scope, about))
    if (!kept.has(date.id)) await removeDate(scope, registry, about, date)
  for (const { old, date } of given)
    if (old) await saveDate(scope, registry, about, old, old.version, date)
    else await addDate(scope, registry, about, date)
}
