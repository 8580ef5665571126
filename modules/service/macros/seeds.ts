import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import type { Seed } from '../../../core/module.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { macros } from './schema.ts'

const usual = [
  {
    name: '已收到，处理中',
    text: '{{客户}}，您好！工单 {{工单号}} 已收到，我们正在处理，有进展会第一时间告诉您。\n\n{{客服}}',
    ...{ tag: '', priority: null },
  },
  {
    name: '请补充设备编号',
    text: '{{客户}}，您好！请告诉我们{{产品}}机身背面的设备编号，以便尽快查明原因。',
    ...{ tag: '', priority: null },
  },
  { name: '转为加急', text: '', tag: '加急', priority: 'urgent' },
] as const

/** Makes saved replies that everybody can use; the seed's key says how many times each. */
export const macroSeed: Seed = {
  key: 'macros',
  make: async (scope, count) => {
    const [held] = await scope.db.execute<{ n: number }>(
      sql`select count(*)::int as n from ${macros} where company_id = ${scope.company.id}`,
    )
    const rows = Array.from({ length: Math.min(count, 300) }, (_, at) => {
      const number = (held?.n ?? 0) + at
      const one = usual[number % usual.length] ?? usual[0]
      const round = Math.floor(number / usual.length)
      return { id: newId(), ...one, name: round ? `${one.name} ${round + 1}` : one.name }
    })
    await insertMany(scope, macros, rows)
  },
}
