import { day, type FieldsOf, text } from '../../../core/fields/field.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { type Audience, audience, audienceLabel, language } from './choices.ts'

/** What stands in an article; the other language is its second one, and null until somebody writes it. */
export type ArticleValues = {
  name: string
  text: string | null
  language: Locale | null
  otherName: string | null
  otherText: string | null
  category: string | null
  otherCategory: string | null
  audience: Audience | null
  reviewOn: string | null
  expiresOn: string | null
}

const body = { ...text(20_000), kind: 'textarea' as const }

/** The fields of an article in the order in which a form asks for them. */
export const articleFields: readonly FieldsOf<ArticleValues>[] = [
  {
    ...text(200),
    field: 'name',
    label: { en: 'Title', 'zh-CN': '标题' },
    aliases: ['subject', '文章标题', '问题', 'question'],
    hint: {
      en: 'As a customer would ask: “How do I …?”, “Why does …?”',
      'zh-CN': '用客户提问的方式写，例如“如何……”“为什么……”。',
    },
    required: true,
    example: '设备显示 E07 怎么办',
  },
  {
    ...body,
    field: 'text',
    label: { en: 'Text', 'zh-CN': '正文' },
    aliases: ['body', 'content', 'answer', '内容', '答案'],
    hint: {
      en: 'Markdown: # heading, **bold**, - list, 1. steps, [words](address).',
      'zh-CN': '支持 Markdown：# 标题、**加粗**、- 列表、1. 步骤、[文字](网址)。',
    },
    example: '1. 断电三分钟。2. 清洁进料口的传感器。',
  },
  {
    ...language,
    field: 'language',
    label: { en: 'Written in', 'zh-CN': '语言' },
    aliases: ['locale', '文章语言'],
    example: '中文',
  },
  {
    ...text(200),
    field: 'otherName',
    label: { en: 'Title in the other language', 'zh-CN': '另一语言的标题' },
    aliases: ['translated title', '英文标题', '译文标题'],
    example: 'What to do when the machine shows E07',
  },
  {
    ...body,
    field: 'otherText',
    label: { en: 'Text in the other language', 'zh-CN': '另一语言的正文' },
    aliases: ['translated text', '英文正文', '译文'],
    example: '1. Switch it off for three minutes. 2. Clean the sensor.',
  },
  {
    ...text(60),
    field: 'category',
    suggests: true,
    label: { en: 'Category', 'zh-CN': '分类' },
    aliases: ['section', 'folder', '栏目', '目录'],
    example: '故障排除',
  },
  {
    ...text(60),
    field: 'otherCategory',
    label: { en: 'Category in the other language', 'zh-CN': '另一语言的分类' },
    aliases: ['translated category', '英文分类', '译文分类'],
    hint: {
      en: 'Once said, it holds for every article of this category.',
      'zh-CN': '填过一次，同一分类的其他文章也会这样显示。',
    },
    example: 'Troubleshooting',
  },
  {
    ...audience,
    field: 'audience',
    label: audienceLabel,
    aliases: ['visibility', '公开范围'],
    hint: {
      en: 'What is for customers too appears on your public page once it is published.',
      'zh-CN': '“对客户公开”的文章发布后，会出现在公司的公开帮助页上。',
    },
    example: '仅内部可见',
  },
  {
    ...day,
    field: 'reviewOn',
    label: { en: 'Look at it again on', 'zh-CN': '复核日期' },
    aliases: ['review date', '复审日期'],
    hint: {
      en: 'On this day its owner is asked whether it still holds.',
      'zh-CN': '到这一天会提醒负责人核对内容是否仍然有效。',
    },
    example: '2027-03-01',
  },
  {
    ...day,
    field: 'expiresOn',
    label: { en: 'Holds until', 'zh-CN': '有效期至' },
    aliases: ['expiry', 'valid until', '到期日'],
    hint: {
      en: 'From the day after, customers no longer see it, and colleagues see a warning.',
      'zh-CN': '过了这一天，客户不再看到这篇文章，内部查看时会提示已过期。',
    },
    example: '2027-12-31',
  },
]
