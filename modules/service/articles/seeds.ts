import { newId } from '../../../core/db/id.ts'
import { compactTallies } from '../../../core/lists/totals.ts'
import type { Seed } from '../../../core/module.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { makeAge, openOwnership } from '../../../core/seed/ownership.ts'
import type { Random } from '../../../core/seed/random.ts'
import { tallies } from '../tickets/schema.ts'
import type { ArticleInput } from './article-record.ts'
import { articleStorage } from './article-record.ts'
import { articleOpinions, articles, articleVersions } from './schema.ts'

const things = [
  ['打印机', 'printer'],
  ['扫码枪', 'scanner'],
  ['电子秤', 'scale'],
  ['收银机', 'till'],
  ['温控器', 'thermostat'],
  ['充电桩', 'charging point'],
] as const
const troubles = [
  ['无法开机', 'does not start'],
  ['显示错误代码', 'shows an error code'],
  ['连不上网络', 'does not find the network'],
  ['声音异常', 'makes a strange noise'],
  ['读数不准', 'reads wrongly'],
] as const
const categories = [
  ['故障排除', 'Troubleshooting'],
  ['使用入门', 'Getting started'],
  ['保养与清洁', 'Care and cleaning'],
  ['账户与付款', 'Accounts and payment'],
] as const

/** Makes articles, most of them published once, as somebody writes them who was asked often. */
export const articleSeed: Seed = {
  key: 'articles',
  make: async (scope, count, random) => {
    const nextOwnership = await openOwnership(scope, random)
    const rows = Array.from({ length: count }, (_, at) => ({
      id: newId(),
      ...(articleStorage.columnsOf(scope, madeArticle(random, at)) as typeof articles.$inferInsert),
      ...nextOwnership(),
      ...makeAge(scope, random),
      published: at % 5 === 4 ? null : 1,
    }))
    await insertMany(scope, articles, rows)
    const out = rows.filter(({ published }) => published !== null)
    const versions = out.map(({ id, name, text, language, otherName, otherText, ...row }) => ({
      ...{ id: newId(), articleId: id, number: 1, note: '', publishedAt: row.updatedAt },
      ...{ name, text, language, otherName, otherText },
      ...{ category: row.category, otherCategory: row.otherCategory, audience: row.audience },
    }))
    await insertMany(scope, articleVersions, versions)
    await insertMany(
      scope,
      articleOpinions,
      versions.map(({ articleId, number, publishedAt: at }) => ({
        ...{ id: newId(), articleId, number, at },
        ...{ helped: random.chance(0.8) ? ('yes' as const) : ('no' as const), comment: '' },
      })),
    )
    await compactTallies(scope, tallies)
  },
}

function madeArticle(random: Random, at: number): ArticleInput {
  const [[thing, english], [trouble, said]] = [random.pick(things), random.pick(troubles)]
  const isInBoth = at % 3 !== 2
  const [category, otherCategory] = random.pick(categories)
  return {
    name: `${thing}${trouble}怎么办（${at + 1}）`,
    text: `1. 断电三分钟后重新开机。\n2. 检查${thing}的接线是否松动。\n3. 仍未恢复时，请联系客服并告知设备编号。\n\n（演示用虚构内容）`,
    language: 'zh-CN',
    otherName: isInBoth ? `The ${english} ${said} (${at + 1})` : null,
    otherText: isInBoth
      ? `1. Cut the power for three minutes, then start again.\n2. See whether a wire of the ${english} is loose.\n3. If that does not help, tell us the number of the device.\n\n(Made up for the demo)`
      : null,
    ...{ category, otherCategory },
    audience: random.chance(0.6) ? 'public' : 'internal',
    reviewOn: null,
    expiresOn: null,
  }
}
