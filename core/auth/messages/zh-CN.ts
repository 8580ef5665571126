import type { Worded } from '../../i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  signIn: '登录',
  signInIntro: '欢迎回来。',
  login: '邮箱或手机号',
  password: '密码',
  newPassword: '新密码',
  passwordHint: '至少 12 个字符，用一句自己才会写的短句最好记。',
  forgotten: '忘记密码？',
  wrong: '账号与密码不匹配，请检查后重试。',
  wait: (seconds) =>
    seconds > 90
      ? `尝试次数过多，请 ${Math.ceil(seconds / 60)} 分钟后再试。`
      : `尝试次数过多，请 ${seconds} 秒后再试。`,
  chooseCompany: '选择公司',
  chooseCompanyIntro: '您在多家公司都有账号。',
  signOut: '退出登录',
  weakness: {
    short: '至少 12 个字符。用一句短句，好记又安全。',
    long: '最多 128 个字符。',
    common: '这个密码太常见，最先被猜到。请换一句只有您会写的话。',
    contextual: '密码里几乎只有您的姓名、邮箱或公司名称，请换用其他词语。',
  },
  setUp: '初次设置循序 CRM',
  setUpIntro: '填写公司名称和第一位管理员，之后都可以修改。',
  companyName: '公司名称',
  yourName: '您的姓名',
  email: '邮箱',
  emailHint: '用它登录。',
  language: '公司语言',
  start: '开始使用',
  invalidEmail: '邮箱格式不对，例如 name@company.com。',
  tooLong: (most) => `最多 ${most} 个字符。`,
  welcome: (name) => `${name}，欢迎您`,
  welcomeIntro: '请设置密码。以后用它和您的邮箱或手机号登录。',
  resetIntro: '请设置新密码。其他设备上的登录都会退出。',
  choosePassword: '保存并登录',
  linkGone: '链接已失效',
  linkGoneAdvice: '链接只能使用一次，并且有时限。请向管理员要一个新的链接。',
  forgottenIntro: '请输入邮箱或手机号。管理员会立即收到提醒，并可以给您一个重设密码的链接。',
  askForLink: '申请链接',
  asked: '已经告诉管理员',
  askedAdvice:
    '如果这个账号存在，所属公司的管理员会在“人员”页面看到您的申请。他们给您的链接 30 分钟内有效。',
  back: '返回登录',
}
