import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '公开帮助页',
  about: '客户无需登录即可在这里查看文章。只有标为“对客户公开”且已发布的文章才会出现。',
  word: '网址名称',
  wordHint: '可用小写字母、数字和连字符。修改后网址随之改变。',
  wordWrong: '请填写 2 至 40 个小写字母、数字或连字符，并以字母开头。',
  heading: '页面标题',
  headingHint: '显示在页面顶部，不填则显示公司名称。',
  open: '知道网址的人都可以访问',
  opened: '已开放',
  address: '网址',
  stands: '网址：',
  copy: '复制网址',
  look: '打开查看',
  saved: '已保存。',
  conflict: '刚刚有同事修改了这里的设置，请核对后再保存。',
  articles: {
    title: '帮助中心',
    search: '搜索',
    searchLabel: '您想了解什么？',
    others: '其他',
    none: '这里还没有文章。',
    notFound: (words) => `没有找到与“${words}”相关的文章，请换个说法试试。`,
    found: (count) => `找到 ${count} 篇`,
    all: '全部文章',
    changed: (day) => `更新于${day}`,
    gone: '页面不存在或已下线。',
    wait: '访问过于频繁，请稍后再试。',
    thanks: '谢谢您的反馈。',
  },
}
