import type { Choice } from '../../core/values/choice.ts'
import { option } from '../register/option.ts'

export type VendorRole = 'hosting' | 'software' | 'implementer' | 'messaging' | 'self' | 'other'
export type ClauseState = 'agreed' | 'partly' | 'missing' | 'n_a'
export type IncidentKind = 'leak' | 'tampering' | 'loss' | 'outage' | 'other'

/** What an incident must be told by: the contract, and the laws that hold. */
export type Clock = 'vendor' | 'people' | 'authority' | 'network' | 'european'

export const vendorRoles: readonly Choice<VendorRole>[] = [
  option('hosting', 'Hosts the product', '托管'),
  option('software', 'Sells software', '软件'),
  option('implementer', 'Sets it up', '实施'),
  option('messaging', 'Sends messages', '短信与消息'),
  option('self', 'Ourselves: we host it', '自行托管'),
  option('other', 'Something else', '其他'),
]

export const renewals: readonly Choice<'auto' | 'manual'>[] = [
  option('auto', 'By itself', '到期自动续约'),
  option('manual', 'Only when we say so', '到期需主动续签'),
]

export const clauseStates: readonly Choice<ClauseState>[] = [
  option('agreed', 'Agreed', '已约定'),
  option('partly', 'Partly', '部分约定'),
  option('missing', 'Missing', '缺失'),
  option('n_a', 'Does not apply', '不适用'),
]

export const incidentKinds: readonly Choice<IncidentKind>[] = [
  option('leak', 'Leak', '泄露'),
  option('tampering', 'Tampering', '篡改'),
  option('loss', 'Loss', '丢失'),
  option('outage', 'Outage', '中断'),
  option('other', 'Something else', '其他'),
]
