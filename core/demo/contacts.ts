import { makeMobile } from '../seed/numbers.ts'
import { makeChinesePerson } from '../seed/people.ts'
import { type Random, seeded } from '../seed/random.ts'
import { csvLine } from '../transfer/write.ts'
import type { DemoFile } from './files.ts'
import { ownCells } from './own-fields.ts'

const titles = ['采购经理', '设备主管', '生产总监', '采购专员', '总工程师', '行政主管']

/** What is said of each of them on their page, where everybody asks whence they come. */
export const madeUp = '演示用虚构人物'

/**
 * People at the customers somebody visits: the published list names none, so all are made up. Their
 * numbers and addresses belong to nobody. Every sixth stands there twice, as in real address books.
 * @param customers names of accounts
 * @param randomSeed the same one makes the same people
 */
export function makeContacts(
  owner: string,
  name: string,
  customers: readonly string[],
  randomSeed: number,
): DemoFile {
  const random = seeded(randomSeed)
  const lines = customers.flatMap((customer, firm) =>
    [0, 1].map((person) => {
      const at = firm * 2 + person
      const own = ownCells('contacts.person', at).map(([, text]) => text)
      return [...personAt(random), customer, owner, madeUp, ...groundsAt(at), ...own]
    }),
  )
  const again = lines.filter((_, at) => at % 6 === 0).map(secondCard)
  const headers = [
    ...['姓名', '职位', '手机', '邮箱', '微信', '所属客户', '负责人', '来源'],
    ...['合法性基础', '告知日期', '保存期限至'],
    ...ownCells('contacts.person', 0).map(([column]) => column),
  ]
  const content = [headers, ...lines, ...again].map((cells) => csvLine(cells)).join('')
  return { name, content: Buffer.from(content) }
}

const personAt = (random: Random): string[] => {
  const { name, mailbox } = makeChinesePerson(random)
  const sign = mailbox.replace('.', '_')
  return [name, random.pick(titles), makeMobile(random), `${mailbox}@mail.example`, `wx_${sign}`]
}

/** On what ground their data are held; of every fifth nobody has written it down yet. */
const groundsAt = (at: number): string[] => {
  if (at % 5 === 4) return ['', '', '']
  const day = String((at % 27) + 1).padStart(2, '0')
  return [at % 3 === 0 ? '个人同意' : '合同', `2025-09-${day}`, `2028-09-${day}`]
}

/** The same person from another card: no number, another address, and still the same WeChat. */
const secondCard = ([name = '', title = '', , email = '', ...rest]: string[]): string[] => [
  ...[name, title, '', email.replace('@mail.', '@work.')],
  ...rest,
]
