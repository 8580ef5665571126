import type { Worded } from '../../i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  today: '今天',
  hello: (name) => `${name}，您好`,
  checklist: '一步一步开始',
  checklistIntro: '先在一个部门开通一个模块，用顺了再推广，比一下子全部铺开更快见效。',
  steps: {
    departments: { title: '添加部门', text: '先建三个就够了。' },
    people: { title: '添加人员', text: '每个人会得到一个链接，自己设置密码。' },
    records: { title: '导入客户', text: '直接用现有的表格：CSV 文件，中英文均可。' },
    module: { title: '为一个部门开通模块', text: '只有这个部门的人能看到，其他人没有任何变化。' },
  },
  done: '已完成',
  nothingOn: '还没有为您开通模块',
  nothingOnText: (who) => `公司正在分步推行 CRM，轮到您的部门时会出现在这里。有疑问请联系${who}。`,
  openSome: '对谁开放由您决定，也包括您自己。',
  modules: '查看模块开放情况',
  nothingWaits: '暂时没有待办',
  nothingWaitsText: '各模块今天需要您处理的事会列在这里。',
  search: '搜索',
  searchFor: '名称、拼音、首字母、电话或信用代码',
  results: (query) => `“${query}”的搜索结果`,
  nothingFound: '没有找到',
  nothingFoundText: '试试名称中的一部分、拼音或拼音首字母。',
  startTyping: '想找什么？',
  pages: '前往',
}
