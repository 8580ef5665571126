import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../root.ts'
import { readCsv, type Sheet } from '../transfer/csv.ts'
import { csvLine } from '../transfer/write.ts'
import { otherRegions, regions, sellers } from './firm.ts'
import { ownCells } from './own-fields.ts'

/** A file as somebody of the firm brings it. */
export type DemoFile = { name: string; content: Uint8Array }

const listed = ['listed-companies', 'stock_basic.csv', 'area'] as const
const abroad = ['sales-opportunities', 'accounts.csv', 'account'] as const

/** Real accounts as published, with one column more: who looks after each. */
export const readFiles = (): Promise<DemoFile[]> =>
  Promise.all(
    (
      [
        [...listed, ownerOf],
        [...abroad, ownerAbroad],
      ] as const
    ).map(async ([folder, name, by, ownerBy]) => {
      const { headers, rows } = await open(folder, name)
      const at = headers.indexOf(by)
      const lines = [...rows()].map(({ cells }) => csvLine([...cells, ownerBy(cells[at] ?? '')]))
      return fileOf(name, [csvLine([...headers, '负责人']), ...lines])
    }),
  )

/** What those abroad buy, as published with them. */
export const readProducts = async (): Promise<DemoFile> => {
  const name = 'products.csv'
  return { name, content: await readFile(join(root, 'test/data', abroad[0], name)) }
}

/** The first makers of machines in somebody's regions, by their place in the list: visited first. */
export async function readFirstVisits(owner: string): Promise<string[]> {
  const { headers, rows } = await open(listed[0], listed[1])
  const [title, region, industry] = ['name', 'area', 'industry'].map((one) => headers.indexOf(one))
  const chosen = [...rows()]
    .map(({ cells }) => cells)
    .filter((cells) => ownerOf(cells[region ?? 0] ?? '') === owner)
    .filter((cells) => cells[industry ?? 0] === '专用机械')
    .slice(0, 8)
  return chosen.map((cells) => cells[title ?? 0] ?? '')
}

/** What somebody brings of them: how much they matter, and what stands in the firm's own fields. */
export const visitsFile = (name: string, customers: readonly string[]): DemoFile =>
  fileOf(name, [
    csvLine(['客户名称', '客户级别', ...ownCells('contacts.account', 0).map(([column]) => column)]),
    ...customers.map((customer, at) =>
      csvLine([customer, 'A', ...ownCells('contacts.account', at).map(([, text]) => text)]),
    ),
  ])

/** What a visitor of a fair took down of two of them, by their longer names: they are there twice now. */
export const registeredAgain = (name: string, customers: readonly string[]): DemoFile =>
  fileOf(name, [
    csvLine(['客户名称', '来源']),
    ...customers
      .filter((customer) => !customer.endsWith('股份'))
      .slice(0, 2)
      .map((customer) => csvLine([`${customer}股份有限公司`, madeUpVisit])),
  ])

/** What is said of where they come from. */
export const madeUpVisit = '演示用虚构登记'

export const open = async (folder: string, name: string): Promise<Sheet> =>
  readCsv(await readFile(join(root, 'test/data', folder, name), 'utf8'))

export const fileOf = (name: string, lines: string[]): DemoFile => ({
  name,
  content: Buffer.from(lines.join('')),
})

const ownerOf = (region: string): string =>
  Object.keys(regions).find((name) => regions[name]?.includes(region)) ?? otherRegions

/** Who looks after an account abroad, and sells what is under way there: by turns, by its name. */
export const ownerAbroad = (name: string): string =>
  sellers[[...name].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % sellers.length] ??
  otherRegions
