import type { Worded } from '../../../i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  unknownOwner: (name) => `没有名为“${name}”的同事，请填写其登录邮箱。`,
  severalOwners: (name) => `有多位同事叫“${name}”，请改填其登录邮箱。`,
  mayNotAssign: '您不能把记录分配给他人，请去掉负责人一列。',
  unknownDepartment: (name) => `没有名为“${name}”的部门，请按部门列表填写名称或编号。`,
  severalMatches: (name) =>
    `有多条记录与“${name}”相符，请补充能区分它们的信息（信用代码、邮箱或电话）。`,
  nothingToUpdate: (name) => `没有可更新的记录“${name}”。`,
  future: '创建时间和更新时间不能晚于现在，请更正。',
  mayNotEdit: '您无权修改这条记录。',
}
