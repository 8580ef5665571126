import type { Locale } from '../core/i18n/locale.ts'
import type { Role } from '../core/module.ts'
import type { Explained } from './engine.ts'
import { flagsText, type Messages } from './messages.ts'
import type { Failure, Reason } from './reason.ts'
import type { Audience, Grant } from './snapshot.ts'

/** What the things and people of an explanation are called. */
export type Names = {
  /** the person it is about, and the department they work in */
  person: string
  ownDepartment: { id: string; name: string } | undefined
  flag: (flag: string) => string
  department: (id: string) => string
  role: (role: Role) => string
  moment: (iso: string) => string
}

/** A decision and the rule that made it, in plain words. */
export function sayDecision(
  locale: Locale,
  flag: string,
  { on, variant, why, toLearn }: Explained,
  names: Names,
): string {
  const t = flagsText(locale)
  const sentence = sayReason(locale, flag, why, names)
  if (!on) return t.off(sentence)
  if (toLearn) return t.learnFirst(sentence, toLearn.join(', '))
  return variant?.name === 'read' ? t.readOnly(sentence) : t.on(sentence)
}

function sayReason(locale: Locale, flag: string, why: Reason, names: Names): string {
  const t = flagsText(locale)
  const title = names.flag(flag)
  switch (why.rule) {
    case 'audience':
      return sayAudience(t, title, why.audience, why.bucket ?? 0, names)
    case 'others':
      return sayOthers(locale, title, why.audiences, why.bucket ?? 0, names)
    case 'frozen':
      return t.why.frozen(
        title,
        names.department(why.kill.department ?? ''),
        names.moment(why.kill.since),
        why.kill.reason,
      )
    case 'closed':
      return sayClosed(t, title, why.audience, names)
    case 'killed':
      return t.why.killed(title, names.moment(why.kill.since), why.kill.reason)
    case 'parent': {
      const inner = sayReason(locale, why.flag, why.why, names)
      const say = why.on ? t.why.parentOn : t.why.parentOff
      return say(title, names.flag(why.flag), names.person, inner)
    }
    case 'nested':
      return t.why.nested(title, names.flag(why.flag))
    case 'strategy':
      return t.why.strategy(title, why.number, why.name)
    case 'strategies': {
      const failures = why.failures.map((failure) => sayFailure(t, failure))
      return t.why.strategies(title, failures.join(t.between))
    }
    default:
      return t.why[why.rule](title)
  }
}

/** The row that lets somebody in, and how far the module has come there. */
function sayAudience(
  t: Messages,
  title: string,
  audience: Audience,
  bucket: number,
  names: Names,
): string {
  const who = sayAdmission(t, title, audience, bucket, names)
  if (audience.state === 'pilot') return t.why.pilot(who)
  return audience.until ? t.why.wayBack(who, names.moment(audience.until), audience.reason) : who
}

function sayAdmission(
  t: Messages,
  title: string,
  audience: Audience,
  bucket: number,
  { person, ownDepartment, department, role }: Names,
): string {
  switch (audience.kind) {
    case 'department':
      return !ownDepartment || ownDepartment.id === audience.department
        ? t.why.ownDepartment(title, department(audience.department), person)
        : t.why.departmentAbove(title, department(audience.department), person, ownDepartment.name)
    case 'role':
      return t.why.role(title, role(audience.role), person)
    case 'person':
      return t.why.person(title, person)
    case 'percentage':
      return t.why.drawn(title, audience.percentage, person, bucket)
    default:
      return t.why.everyone(title)
  }
}

function sayClosed(t: Messages, title: string, audience: Audience, names: Names): string {
  const department = names.department(audience.kind === 'department' ? audience.department : '')
  return audience.until
    ? t.why.ended(title, department, names.moment(audience.until), audience.reason)
    : t.why.closed(title, department, names.moment(audience.since), audience.reason)
}

function sayOthers(
  locale: Locale,
  title: string,
  audiences: readonly Audience[],
  bucket: number,
  names: Names,
): string {
  const t = flagsText(locale)
  const subjects = saySubjects(locale, audiences, names)
  const share = audiences.find((audience) => audience.kind === 'percentage')
  return share?.kind === 'percentage'
    ? t.why.notDrawn(title, subjects, names.person, share.percentage, bucket)
    : t.why.others(title, subjects, names.person)
}

/** Whom a module is open for, in one phrase: "the departments Sales and Service and 3 people by name". */
export function saySubjects(
  locale: Locale,
  grants: readonly Grant[],
  { department, role }: Pick<Names, 'department' | 'role'>,
): string {
  const t = flagsText(locale)
  const open = grants.filter(({ state }) => state !== 'off')
  const departments = open.flatMap((one) =>
    one.kind === 'department' ? [department(one.department)] : [],
  )
  const roles = open.flatMap((one) => (one.kind === 'role' ? [role(one.role)] : []))
  const people = grants.filter((one) => one.kind === 'person').length
  const phrases = [
    grants.some((one) => one.kind === 'everyone') && t.everyone,
    departments.length > 0 && t.departments(departments),
    roles.length > 0 && t.roles(roles),
    people > 0 && t.people(people),
    ...grants.map((one) => one.kind === 'percentage' && t.share(one.percentage)),
  ]
  return t.and(phrases.filter((phrase) => phrase !== false))
}

function sayFailure(t: Messages, failure: Failure): string {
  const { number, name } = failure
  if (failure.because !== 'constraint') return t.failure[failure.because](number, name)
  const { contextName, operator, inverted, values, value } = failure.constraint
  const asked = [inverted ? t.not : '', contextName, operator, value ?? `(${values.join(', ')})`]
  return t.failure.constraint(number, name, asked.filter((part) => part !== '').join(' '))
}
