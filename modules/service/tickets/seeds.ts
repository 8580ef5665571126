import { newId } from '../../../core/db/id.ts'
import { compactTallies } from '../../../core/lists/totals.ts'
import type { Seed } from '../../../core/module.ts'
import { takeNumbers } from '../../../core/numbering/numbers.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { makeAge, openOwnership } from '../../../core/seed/ownership.ts'
import { makeChinesePerson, makeEnglishPerson } from '../../../core/seed/people.ts'
import type { Random } from '../../../core/seed/random.ts'
import { checkpoints } from '../checklist/schema.ts'
import { ticketLinks } from '../linking/schema.ts'
import { foundCategories, foundStates } from '../states/founding.ts'
import { inUse, readCategories, readStates } from '../states/reading.ts'
import { channels, priorities, ticketTypes } from './choices.ts'
import { ticketNumbers } from './kind.ts'
import { tallies } from './schema.ts'
import { insertMade, standingAfter } from './seed-rows.ts'
import { reached, wayTo } from './seed-ways.ts'
import { ticketColumns } from './ticket-record.ts'

const subjects = {
  'zh-CN': [
    '开机后黑屏',
    '发票抬头开错了',
    '什么时候发货',
    '如何导出报表',
    '想换一个型号',
    '登录不上',
  ],
  en: ['Screen stays black', 'Wrong name on the invoice', 'When is it shipped?', 'Cannot sign in'],
} as const

const answer = {
  'zh-CN': '您好，我们已收到，正在核实。',
  en: 'Thank you, we look into it.',
} as const

/**
 * Makes tickets as customers ask, shared out as a firm does, each with the customer's first words, the
 * answer where there was one, and every state it went through.
 */
export const ticketSeed: Seed = {
  key: 'tickets',
  make: async (scope, count, random) => {
    await Promise.all([foundStates(scope), foundCategories(scope)])
    const [states, categories] = await Promise.all([readStates(scope), readCategories(scope)])
    const nextOwnership = await openOwnership(scope, random)
    const numbers = await takeNumbers(scope, ticketNumbers, count)
    const rows = numbers.map((number) => {
      const state = random.pick(inUse(states))
      const age = makeAge(scope, random)
      const { createdAt, updatedAt } = age
      const way = wayTo(state, states, createdAt, updatedAt)
      const values = ticketOf(scope.company.locale, number, random)
      return {
        ...{ way, id: newId(), asked: values.name, answer: answer[scope.company.locale] },
        ...ticketColumns(scope, values),
        ...{ stateId: state.id, stateType: state.type },
        categoryId: random.pick(categories).id,
        ...standingAfter(way, reached(way, 'waiting_customer'), createdAt),
        ...nextOwnership(),
        ...age,
      }
    })
    await insertMade(scope, rows)
    await seedBeside(scope, rows)
    await compactTallies(scope, tallies)
  },
}

/** A line to see to on some, and two that have to do with each other. */
async function seedBeside(scope: Scope, rows: readonly { id: string }[]): Promise<void> {
  const lines = rows.slice(0, 20).map(({ id: ticketId }) => ({
    ...{ id: newId(), ticketId, position: 1 },
    text: scope.company.locale === 'zh-CN' ? '回访确认' : 'Call back',
  }))
  const [first, second] = rows
  await insertMany(scope, checkpoints, lines)
  if (first && second)
    await insertMany(scope, ticketLinks, [
      { id: newId(), kind: 'related' as const, fromId: first.id, toId: second.id },
    ])
}

function ticketOf(locale: 'en' | 'zh-CN', number: string, random: Random) {
  const person = locale === 'zh-CN' ? makeChinesePerson(random) : makeEnglishPerson(random)
  return {
    name: random.pick(subjects[locale]),
    type: random.pick(ticketTypes).key,
    priority: random.pick(priorities).key,
    channel: random.pick(channels.filter(({ key }) => key !== 'import')).key,
    ...{ product: null, reference: null, number },
    fromName: person.name,
    fromAddress: `${person.mailbox}@example.com`,
  }
}
