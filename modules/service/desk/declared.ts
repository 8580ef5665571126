import type { Card, Navigation } from '../../../core/module.ts'
import { editTickets } from '../rights.ts'
import { deskCard } from './card.tsx'

/** What the manifest says of the desk. */
export const deskNavigation: Navigation<'service'> = {
  href: '/service/desk',
  icon: 'headset',
  title: { en: 'Desk', 'zh-CN': '工作台' },
  permission: editTickets,
}

export const serviceDeskCard: Card<'service'> = {
  ...{ key: 'service.desk', permission: editTickets, render: deskCard },
}
