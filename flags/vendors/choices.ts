import type { Choice } from '../../core/values/choice.ts'

export type VendorRole = 'hosting' | 'software' | 'implementer' | 'messaging' | 'self' | 'other'
export type ClauseState = 'agreed' | 'partly' | 'missing' | 'n_a'
export type IncidentKind = 'leak' | 'tampering' | 'loss' | 'outage' | 'other'

/** What an incident must be told by: the contract, and the laws that hold. */
export type Clock = 'vendor' | 'people' | 'authority' | 'network' | 'european'

const said = <Key extends string>(key: Key, en: string, zh: string): Choice<Key> => ({
  key,
  label: { en, 'zh-CN': zh },
})

export const vendorRoles: readonly Choice<VendorRole>[] = [
  said('hosting', 'Hosts the product', '托管'),
  said('software', 'Sells software', '软件'),
  said('implementer', 'Sets it up', '实施'),
  said('messaging', 'Sends messages', '短信与消息'),
  said('self', 'Ourselves: we host it', '自行托管'),
  said('other', 'Something else', '其他'),
]

export const renewals: readonly Choice<'auto' | 'manual'>[] = [
  said('auto', 'By itself', '到期自动续约'),
  said('manual', 'Only when we say so', '到期需主动续签'),
]

export const clauseStates: readonly Choice<ClauseState>[] = [
  said('agreed', 'Agreed', '已约定'),
  said('partly', 'Partly', '部分约定'),
  said('missing', 'Missing', '缺失'),
  said('n_a', 'Does not apply', '不适用'),
]

export const incidentKinds: readonly Choice<IncidentKind>[] = [
  said('leak', 'Leak', '泄露'),
  said('tampering', 'Tampering', '篡改'),
  said('loss', 'Loss', '丢失'),
  said('outage', 'Outage', '中断'),
  said('other', 'Something else', '其他'),
]
