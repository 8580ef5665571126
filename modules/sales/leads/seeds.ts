import { newId } from '../../../core/db/id.ts'
import { compactTallies } from '../../../core/lists/totals.ts'
import type { Seed } from '../../../core/module.ts'
import { type MadeFirm, makeChineseFirm, makeEnglishFirm } from '../../../core/seed/firms.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { makeMobile } from '../../../core/seed/numbers.ts'
import { makeAge, openOwnership } from '../../../core/seed/ownership.ts'
import { makeChinesePerson, makeEnglishPerson } from '../../../core/seed/people.ts'
import type { Random } from '../../../core/seed/random.ts'
import { parsePhone } from '../../../core/values/phone.ts'
import { leadStorage } from './lead-record.ts'
import type { LeadInput } from './leads.ts'
import { leads, tallies } from './schema.ts'

/** What nobody has made anything of after so many days is no lead any more. */
const oldest = 130

/** Makes leads: firms at home and abroad that asked for something, shared out as a firm does. */
export const leadSeed: Seed = {
  key: 'leads',
  make: async (scope, count, random) => {
    const nextOwnership = await openOwnership(scope, random)
    const atHome = scope.company.locale === 'zh-CN' ? 0.9 : 0.2
    const rows = Array.from({ length: count }, () => {
      const isHome = random.chance(atHome)
      const firm = isHome ? makeChineseFirm(random) : makeEnglishFirm(random)
      const person = isHome ? makeChinesePerson(random) : makeEnglishPerson(random)
      return {
        id: newId(),
        ...(leadStorage.columnsOf(
          scope,
          leadOf(firm, person, random),
        ) as typeof leads.$inferInsert),
        ...nextOwnership(),
        ...makeAge(scope, random, oldest),
      }
    })
    await insertMany(scope, leads, rows)
    await compactTallies(scope, tallies)
  },
}

function leadOf(
  firm: MadeFirm,
  person: { name: string; mailbox: string },
  random: Random,
): LeadInput {
  const { country, city } = firm.place
  const isHome = country === 'CN'
  const mobile = isHome ? parsePhone(makeMobile(random), { region: 'CN' }) : undefined
  return {
    name: firm.name,
    person: person.name,
    title: random.pick(
      isHome ? ['采购经理', '总经理', '技术主管', null] : ['Buyer', 'Owner', null],
    ),
    mobile: mobile?.ok ? mobile.value : null,
    phone: null,
    email: `${person.mailbox}@${firm.domain}`,
    wechat: null,
    website: `https://www.${firm.domain}`,
    industry: firm.industry,
    region: city,
    source: random.pick(
      isHome ? ['展会', '官网', '转介绍', '电话拜访'] : ['Trade fair', 'Website', 'Referral'],
    ),
    status: random.pick(['new', 'new', 'working', 'working', 'unfit']),
    about: null,
  }
}
