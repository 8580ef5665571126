import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { formatDay } from '../../../core/i18n/format.ts'
import { compactTallies } from '../../../core/lists/totals.ts'
import { keysOf } from '../../../core/records/keys.ts'
import { digitsOf } from '../../../core/records/stored.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { makeMobile } from '../../../core/seed/numbers.ts'
import { type MadeOwnership, makeAge, openOwnership } from '../../../core/seed/ownership.ts'
import { makeChinesePerson, makeEnglishPerson } from '../../../core/seed/people.ts'
import type { Random } from '../../../core/seed/random.ts'
import { emailKey } from '../../../core/values/email.ts'
import { parsePhone } from '../../../core/values/phone.ts'
import { nextReminder } from '../dates/occurrence.ts'
import { importantDates } from '../dates/schema.ts'
import { personKind } from '../kinds.ts'
import { people, personAccounts, tallies } from '../schema.ts'
import { tagSome } from './tags.ts'

type Employer = MadeOwnership & { id: string; domain: string | null; chinese: boolean }

/** Makes people who work for the accounts there are, or for nobody while there are none. */
export async function seedPeople(scope: Scope, count: number, random: Random): Promise<void> {
  const nextOwnership = await openOwnership(scope, random)
  const employers = await readEmployers(scope, count, random)
  const made = Array.from({ length: count }, () => {
    const employer = employers.length > 0 ? random.pick(employers) : undefined
    const { ownerId, departmentId } = employer ?? nextOwnership()
    const person = personOf(employer, random)
    return { employer, row: { ...person, ownerId, departmentId, ...makeAge(scope, random) } }
  })
  const rows = made.map(({ row }) => ({ ...row, ...privacyOf(random, row.createdAt) }))
  await insertMany(scope, people, rows)
  await insertMany(
    scope,
    personAccounts,
    made.flatMap(({ employer, row: { id, title, createdAt } }) =>
      employer
        ? [{ personId: id, accountId: employer.id, role: title, primarySince: createdAt }]
        : [],
    ),
  )
  await tagSome(scope, personKind.object, rows, random)
  await insertMany(scope, importantDates, birthdaysOf(scope, rows, random))
  await compactTallies(scope, tallies)
}

/** Accounts that lie together, from anywhere among all of them: some get many people, some none. */
async function readEmployers(scope: Scope, count: number, random: Random): Promise<Employer[]> {
  const company = scope.company.id
  const [row] = await scope.db.execute<{ total: number }>(sql`
    select count(*)::int as total from contacts.accounts where company_id = ${company}`)
  return scope.db.execute<Employer>(sql`
    select id, domain, owner_id as "ownerId", department_id as "departmentId",
      credit_code is not null as chinese
    from contacts.accounts where company_id = ${company} order by id
    limit ${count} offset ${random.below(Math.max(1, (row?.total ?? 0) - count))}`)
}

const year = 365 * 86_400_000
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** Two of three have on record what privacy asks for; some of it was meant to be gone by now. */
function privacyOf(random: Random, since: Date) {
  const isRecorded = random.chance(2 / 3)
  const lawfulBasis = random.pick(['consent', 'contract', 'contract', 'made_public'] as const)
  const years = random.pick([1, 3, 5])
  return {
    source: random.pick(['展会', '官网', '转介绍', '电话开发']),
    lawfulBasis: isRecorded ? lawfulBasis : '',
    noticedOn: isRecorded ? dayOf(+since) : null,
    retainUntil: isRecorded ? dayOf(+since + years * year) : null,
  }
}

/** Of one in ten the birthday is known, of half of those without the year. */
function birthdaysOf(scope: Scope, made: readonly { id: string }[], random: Random) {
  return made
    .filter((_, n) => n % 10 === 0)
    .map(({ id: recordId }) => {
      const year = random.chance(0.5) ? 1960 + random.below(45) : null
      const at = { year, month: 1 + random.below(12), day: 1 + random.below(28) }
      const remindOn = nextReminder(at, 'yearly', 7, formatDay(scope.company.timeZone, scope.now()))
      const about = { object: personKind.object, recordId }
      const kind = { kind: 'birthday', name: '', recurs: 'yearly' } as const
      return { id: newId(), ...about, ...kind, ...at, remindBefore: 7, remindOn }
    })
}

const titles = {
  chinese: ['总经理', '副总经理', '采购经理', '采购主管', '财务经理', '行政主管', '工程师', '店长'],
  english: ['Managing director', 'Head of purchasing', 'Buyer', 'Finance manager', 'Engineer'],
}

function personOf(employer: Employer | undefined, random: Random) {
  const chinese = employer?.chinese ?? true
  const { name, mailbox } = chinese ? makeChinesePerson(random) : makeEnglishPerson(random)
  const email = `${mailbox}@${employer?.domain ?? 'mail.example'}`
  const parsed = parsePhone(makeMobile(random), { region: 'CN' })
  const mobile = chinese && parsed.ok ? parsed.value : null
  return {
    id: newId(),
    name,
    title: random.pick(chinese ? titles.chinese : titles.english),
    mobile: mobile?.text ?? '',
    mobileE164: mobile?.e164 ?? null,
    email,
    emailKey: emailKey(email),
    ...keysOf(name, [digitsOf(mobile), email], 'person'),
  }
}
