import { getTableName } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/pg-core'
import { attachments } from '../attachments/schema.ts'
import { en } from '../records/messages/en.ts'
import { zhCN } from '../records/messages/zh-CN.ts'
import { collaborators, notes, taggings, timeline } from '../records/schema.ts'
import type { Registry } from '../registry.ts'
import type { Belonging } from './belonging.ts'

/** What the core itself keeps about records of every kind. */
const everyRecords = (of: string): Belonging[] => [
  {
    of,
    title: { en: en.belongings.notes, 'zh-CN': zhCN.belongings.notes },
    table: notes,
    column: notes.recordId,
    object: notes.object,
  },
  {
    of,
    title: { en: en.belongings.timeline, 'zh-CN': zhCN.belongings.timeline },
    table: timeline,
    column: timeline.recordId,
    object: timeline.object,
  },
  {
    of,
    title: { en: en.belongings.tags, 'zh-CN': zhCN.belongings.tags },
    table: taggings,
    column: taggings.recordId,
    other: taggings.tagId,
  },
  {
    of,
    title: { en: en.belongings.collaborators, 'zh-CN': zhCN.belongings.collaborators },
    table: collaborators,
    column: collaborators.recordId,
    object: collaborators.object,
    other: collaborators.userId,
  },
  {
    of,
    title: { en: en.belongings.attachments, 'zh-CN': zhCN.belongings.attachments },
    table: attachments,
    column: attachments.recordId,
    object: attachments.object,
  },
]

/**
 * All rows that go along when two records of a kind become one: those of the core, and of every
 * module, whether it is on for anybody or not.
 */
export const belongingsOf = ({ modules }: Registry, object: string): Belonging[] => [
  ...everyRecords(object),
  ...modules
    .flatMap(({ belongings = [] }) => belongings)
    .filter(({ of }) => of === object || of === '*')
    .map((belonging) => ({ ...belonging, of: object })),
]

/** The name of a place in what a merge keeps: contacts.person_accounts.account_id. */
export const placeOf = ({ table, column }: Belonging): string =>
  `${getTableConfig(table).schema}.${getTableName(table)}.${column.name}`
