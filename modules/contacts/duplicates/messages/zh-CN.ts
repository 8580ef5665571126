import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  similar: {
    title: '是否已有这条记录？',
    reasons: {
      creditCode: '信用代码相同',
      name: '名称相同',
      phone: '电话相同',
      email: '邮箱相同',
      domain: '域名相同',
      wechat: '微信相同',
    },
    archived: '已归档',
    masked: '已由同事跟进',
    ask: (whom) => `请联系：${whom}`,
    anyway: '确认不是同一条，仍然保存',
  },
  sameCode: '已有客户使用该统一社会信用代码，请打开已有客户，不要重复新建。',
  anywayNeeded: '已有相似的记录：请先核对，确认不重复后勾选“仍然保存”。',
  settings: {
    title: '无权查看的相似记录',
    open: '查重提示设置',
    hint: '录入时，如果同事名下已有相似记录而录入人无权查看，向其提示什么。无论如何选择，都只显示打码后的名称。',
    choices: {
      nothing: '不提示',
      exists: '仅提示已存在',
      department: '提示所属部门',
      owner: '提示负责人',
    },
    saved: '已保存。',
  },
  title: '重复记录',
}
