import type { Department } from '../core/access/department-tree.ts'
import type { Member } from '../core/access/members.ts'
import { isRole } from '../core/access/roles.ts'
import { Fields } from '../core/http/fields.ts'
import type { Errors, Raw } from '../core/http/form.ts'
import type { Locale } from '../core/i18n/locale.ts'
import { parseWhole } from '../core/values/number.ts'
import { flagsText } from './messages.ts'
import { type Audience, type Grant, type Subject, subjectKey, type Variant } from './snapshot.ts'

export const variantChoices = ['write', 'read', 'keep'] as const

/** What a person chose on the page of a module: for whom it shall be open, each field as typed. */
export type Choice = {
  everyone: boolean
  departments: string[]
  /** Departments that are off although something above them is open. */
  except: string[]
  roles: string[]
  people: string[]
  percentage: string
  /** `keep` leaves to each subject what it may now, where that differs between them. */
  variant: (typeof variantChoices)[number]
}

/** What can be chosen from. */
export type Offer = { departments: readonly Department[]; people: readonly Member[] }

/** The choice that leaves everything as it is. */
export function choiceOf(audiences: readonly Audience[]): Choice {
  const open = audiences.filter(({ state }) => state !== 'off')
  const variants = new Set(open.map((row) => row.variant))
  const share = audiences.find((row) => row.kind === 'percentage')
  return {
    everyone: audiences.some((row) => row.kind === 'everyone'),
    departments: departmentsIn(open),
    except: departmentsIn(audiences.filter(({ state }) => state === 'off')),
    roles: audiences.flatMap((row) => (row.kind === 'role' ? [row.role] : [])),
    people: audiences.flatMap((row) => (row.kind === 'person' ? [row.person] : [])),
    percentage: share ? String(share.percentage) : '',
    variant: variants.size > 1 ? 'keep' : ([...variants][0] ?? 'write'),
  }
}

const departmentsIn = (rows: readonly Audience[]): string[] =>
  rows.flatMap((row) => (row.kind === 'department' ? [row.department] : []))

/** The choice a form carries, nothing of it checked. */
export const readChoice = (raw: Raw, all: (name: string) => string[]): Choice => ({
  everyone: raw.everyone === 'on',
  departments: all('departments'),
  except: all('except'),
  roles: all('roles'),
  people: all('people'),
  percentage: raw.percentage ?? '',
  variant: variantChoices.find((variant) => variant === raw.variant) ?? 'write',
})

/** The fields that carry a choice on to the next page. */
export const fieldsOf = (choice: Choice): [name: string, value: string][] => [
  ...(choice.everyone ? [['everyone', 'on'] as [string, string]] : []),
  ...(['departments', 'except', 'roles', 'people'] as const).flatMap((name) =>
    choice[name].map((value): [string, string] => [name, value]),
  ),
  ['percentage', choice.percentage],
  ['variant', choice.variant],
]

/**
 * The grants a choice stands for.
 * @param audiences the rows of now, which say what `keep` keeps
 */
export function grantsOf(
  choice: Choice,
  offer: Offer,
  audiences: readonly Audience[],
  locale: Locale,
): { grants: Grant[]; errors: Errors } {
  const t = flagsText(locale).change
  const fields = new Fields({ percentage: choice.percentage }, locale)
  const share = fields.may('percentage', (text) => parseWhole(text, { least: 0, most: 100 }))
  const known = (list: readonly { id: string }[], ids: string[]) =>
    ids.every((id) => list.some((one) => one.id === id))
  if (!known(offer.departments, [...choice.departments, ...choice.except]))
    fields.refuse('departments', t.unknownDepartment)
  if (!known(offer.people, choice.people)) fields.refuse('people', t.unknownPerson)
  if (!choice.roles.every(isRole)) fields.refuse('roles', t.unknownRole)
  const subjects: Subject[] = [
    ...(choice.everyone ? [{ kind: 'everyone' } as const] : []),
    ...choice.departments.map((department) => ({ kind: 'department', department }) as const),
    ...choice.roles.filter(isRole).map((role) => ({ kind: 'role', role }) as const),
    ...choice.people.map((person) => ({ kind: 'person', person }) as const),
    ...(share ? [{ kind: 'percentage', percentage: share } as const] : []),
  ]
  const grants = subjects.map((subject) => ({
    ...subject,
    variant: variantOf(choice.variant, subject, audiences),
  }))
  const off = choice.except
    .filter((id) => !choice.departments.includes(id))
    .map(
      (department): Grant => ({ kind: 'department', department, variant: 'write', state: 'off' }),
    )
  return { grants: [...grants, ...off], errors: fields.errors }
}

const variantOf = (
  chosen: Choice['variant'],
  subject: Subject,
  audiences: readonly Audience[],
): Variant =>
  chosen === 'keep'
    ? (audiences.find((row) => subjectKey(row) === subjectKey(subject))?.variant ?? 'write')
    : chosen
