import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import type { Seed } from '../../../core/module.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { accounts } from '../../contacts/public.ts'
import { installedProducts } from './schema.ts'

const products = ['激光打印机 L200', '扫码枪 S30', '电子秤 W5', '温控器 T8', '充电桩 C7'] as const

/** What is made up says so. */
const note = { 'zh-CN': '演示用虚构', en: 'Made up' } as const

/** Makes products that customers have in use, as far as there are accounts: of those that came last. */
export const installedSeed: Seed = {
  key: 'installed-products',
  make: async (scope, count, random) => {
    const held = await scope.db.execute<{ id: string }>(sql`
      select id from ${accounts} where company_id = ${scope.company.id} and archived_at is null
      order by id desc limit ${Math.min(count, 500)}`)
    if (held.length === 0) return
    const rows = Array.from({ length: count }, () => {
      const year = 2022 + random.below(4)
      const day = `${String(1 + random.below(12)).padStart(2, '0')}-15`
      return {
        ...{ id: newId(), accountId: random.pick(held).id, product: random.pick(products) },
        serial: `SN${100_000 + random.below(900_000)}`,
        ...{ boughtOn: `${year}-${day}`, warrantyUntil: `${year + 2}-${day}` },
        note: note[scope.company.locale],
      }
    })
    await insertMany(scope, installedProducts, rows)
  },
}
