import type { Adoption } from '../../../core/adoption/declared.ts'
import { leadKind } from './kind.ts'

/** What real work on leads and the pool is: keeping them up, taking them on, making customers of them. */
export const leadDeeds: Adoption<'sales'>['deeds'] = [
  {
    deed: 'lead',
    label: { en: 'Leads added or kept up to date', 'zh-CN': '线索的新增或更新' },
    object: leadKind.object,
    actions: ['created', 'changed', 'noted'],
  },
  {
    deed: 'lead-taken',
    label: { en: 'Leads claimed from the pool or handed on', 'zh-CN': '线索的领取或分配' },
    object: leadKind.object,
    actions: ['assigned'],
  },
  {
    deed: 'lead-converted',
    label: { en: 'Leads converted', 'zh-CN': '线索转化' },
    object: leadKind.object,
    actions: ['converted'],
  },
]
