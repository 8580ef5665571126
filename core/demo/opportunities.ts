import { shiftDay } from '../calendar/calendar.ts'
import { csvLine } from '../transfer/write.ts'
import { type DemoFile, fileOf, open, ownerAbroad } from './files.ts'

const folder = 'sales-opportunities'

/** What is said of an open deal's own day, amount and category, since the set tells none. */
export const madeUpForecast = '预计成交日期、金额（按产品标价）和预测类别为演示用虚构。'

/** Most deals are expected within half a year; of some the day has passed. */
const expected = { step: 37, days: 190, late: 14 }

/** How sure a deal is, by turns; what says nothing goes by its stage. */
const categories = ['', '', '', '乐观', '', '', '承诺']

/**
 * The opportunities of those abroad as published, with columns more. Their sellers stay as names, since
 * they are nobody of the firm's; who has the account has its deals. What is open gets a day, an amount
 * and how sure it is, so that there is something to forecast, and says that these are made up.
 * @param today ISO day from which on deals are expected
 */
export async function readOpportunities(today: string): Promise<DemoFile> {
  const name = 'sales_pipeline.csv'
  const { headers, rows } = await open(folder, name)
  const prices = await readPrices()
  const [agent, product, account, stage, value] = [
    ...['sales_agent', 'product', 'account', 'deal_stage', 'close_value'],
  ].map((header) => headers.indexOf(header)) as [number, number, number, number, number]
  const lines = [...rows()].map(({ cells }, at) => {
    const isOpen = /^(Prospecting|Engaging)$/.test(cells[stage] ?? '')
    const owner = ownerAbroad((cells[account] === 'null' ? cells[agent] : cells[account]) ?? '')
    if (!isOpen) return csvLine([...cells, owner, '', '', ''])
    const day = shiftDay(today, ((at * expected.step) % expected.days) - expected.late)
    const price = prices.get(spaceless(cells[product] ?? '')) ?? ''
    const category = categories[at % categories.length] ?? ''
    return csvLine([...cells.with(value, price), owner, day, category, madeUpForecast])
  })
  const more = ['负责人', '预计成交日期', '预测类别', '说明']
  return fileOf(name, [csvLine([...headers.with(agent, '业务员'), ...more]), ...lines])
}

const spaceless = (name: string): string => name.replaceAll(' ', '')

/** What each product is listed at. */
async function readPrices(): Promise<ReadonlyMap<string, string>> {
  const { rows } = await open(folder, 'products.csv')
  return new Map(
    [...rows()].map(({ cells: [name = '', , price = ''] }) => [spaceless(name), price]),
  )
}
