import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../root.ts'
import { readCsv, type Sheet } from '../transfer/csv.ts'
import { csvLine } from '../transfer/write.ts'
import { otherRegions, regions } from './firm.ts'

/** A file as somebody of the firm brings it. */
export type DemoFile = { name: string; content: Uint8Array }

const listed = ['listed-companies', 'stock_basic.csv', 'area'] as const
const abroad = ['sales-opportunities', 'accounts.csv', 'office_location'] as const

/** Real accounts as published, with one column more: who looks after each. */
export const readFiles = (): Promise<DemoFile[]> =>
  Promise.all(
    [listed, abroad].map(async ([folder, name, regionHeader]) => {
      const { headers, rows } = await open(folder, name)
      const at = headers.indexOf(regionHeader)
      const lines = [...rows()].map(({ cells }) => csvLine([...cells, ownerOf(cells[at] ?? '')]))
      return fileOf(name, [csvLine([...headers, '负责人']), ...lines])
    }),
  )

/** The first makers of machines in somebody's regions, by their place in the list: visited first. */
export async function readFirstVisits(owner: string, name: string): Promise<DemoFile> {
  const { headers, rows } = await open(listed[0], listed[1])
  const [title, region, industry] = ['name', 'area', 'industry'].map((one) => headers.indexOf(one))
  const chosen = [...rows()]
    .map(({ cells }) => cells)
    .filter((cells) => ownerOf(cells[region ?? 0] ?? '') === owner)
    .filter((cells) => cells[industry ?? 0] === '专用机械')
    .slice(0, 8)
  return fileOf(name, [
    csvLine(['客户名称', '客户级别']),
    ...chosen.map((cells) => csvLine([cells[title ?? 0] ?? '', 'A'])),
  ])
}

const open = async (folder: string, name: string): Promise<Sheet> =>
  readCsv(await readFile(join(root, 'test/data', folder, name), 'utf8'))

const fileOf = (name: string, lines: string[]): DemoFile => ({
  name,
  content: Buffer.from(lines.join('')),
})

const ownerOf = (region: string): string =>
  Object.keys(regions).find((name) => regions[name]?.includes(region)) ?? otherRegions
