import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  account: '客户',
  accountHint: '输入客户名称；有同名客户时输入统一社会信用代码。',
  accountUnknown: '您能看到的客户里没有这个名称，请从列表中选择，或先新建客户。',
  accountSeveral: '有多个同名客户，请输入统一社会信用代码。',
  deal: '商机',
  dealHint: '所属商机，没有可留空。',
  dealUnknown: '您能看到的商机里没有这个名称，请从列表中选择。',
  dealSeveral: '有多个同名商机，请输入商机编号。',
  outOfReach: '无权查看',
  owner: '负责人',
  department: '部门',
  number: '编号',
  history: '动态',
  saved: '已保存。',
}
