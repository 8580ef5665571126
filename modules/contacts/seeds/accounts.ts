import { newId } from '../../../core/db/id.ts'
import { compactTallies } from '../../../core/lists/totals.ts'
import { timeline } from '../../../core/records/schema.ts'
import type { Scope } from '../../../core/scope.ts'
import { type MadeFirm, makeChineseFirm, makeEnglishFirm } from '../../../core/seed/firms.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { makeAge, openOwnership } from '../../../core/seed/ownership.ts'
import type { Random } from '../../../core/seed/random.ts'
import { parsePhone } from '../../../core/values/phone.ts'
import type { AccountValues } from '../accounts/account-fields.ts'
import { accountColumns } from '../accounts/account-storage.ts'
import { accountKind } from '../kinds.ts'
import { accounts, tallies } from '../schema.ts'
import { tagSome } from './tags.ts'

/** Makes accounts: firms at home and abroad, whole, shared out, and found as typed ones are. */
export async function seedAccounts(scope: Scope, count: number, random: Random): Promise<void> {
  const nextOwnership = await openOwnership(scope, random)
  const atHome = scope.company.locale === 'zh-CN' ? 0.9 : 0.2
  const rows = Array.from({ length: count }, () => {
    const firm = random.chance(atHome) ? makeChineseFirm(random) : makeEnglishFirm(random)
    return {
      id: newId(),
      ...accountColumns(scope, accountOf(firm, random)),
      ...nextOwnership(),
      ...makeAge(scope, random),
    }
  })
  await insertMany(scope, accounts, rows)
  await insertMany(
    scope,
    timeline,
    rows.map(({ id, ownerId, createdAt }) => ({
      object: accountKind.object,
      recordId: id,
      id: newId(),
      at: createdAt,
      kind: 'contacts.created',
      actorId: ownerId,
      data: {},
    })),
  )
  await tagSome(scope, accountKind.object, rows, random)
  await compactTallies(scope, tallies)
}

const words = {
  chinese: {
    sources: ['展会', '转介绍', '官网', '电话拜访', '朋友介绍', null],
    streets: ['人民路', '解放路', '建设路', '中山路', '科技园路', '工业大道'],
  },
  english: {
    sources: ['Trade fair', 'Referral', 'Website', 'Cold call', null],
    streets: ['High Street', 'Station Road', 'Mill Lane', 'Church Street', 'Park Road'],
  },
}

function accountOf(firm: MadeFirm, random: Random): AccountValues {
  const { country, city } = firm.place
  const { sources, streets } = country === 'CN' ? words.chinese : words.english
  const [street, number] = [random.pick(streets), 1 + random.below(400)]
  const phone = parsePhone(firm.phone, { region: country })
  return {
    name: firm.name,
    creditCode: firm.creditCode,
    industry: firm.industry,
    region: city,
    level: random.pick(['A', 'B', 'B', 'C', 'C', 'C', null]),
    source: random.pick(sources),
    phone: phone.ok ? phone.value : null,
    email: `info@${firm.domain}`,
    website: `https://www.${firm.domain}`,
    address: country === 'CN' ? `${city}市${street} ${number} 号` : `${number} ${street}, ${city}`,
    stockCode: null,
    listedOn: null,
    foundedYear: 1985 + random.below(40),
    employees: 3 + random.below(60) * random.below(60),
    revenue: null,
    about: null,
  }
}
