import type { Navigation } from '../../../core/module.ts'
import { setApprovals } from '../approval/rights.ts'
import { contractKind } from '../contracts/kind.ts'
import { productKind } from '../products/kind.ts'
import { quoteKind } from '../quotes/kind.ts'

/** Where papers are found from every page. */
export const paperNavigation: readonly Navigation<'sales'>[] = [
  {
    href: quoteKind.href,
    icon: 'file-text',
    title: { en: 'Quotes', 'zh-CN': '报价' },
    permission: quoteKind.view,
  },
  {
    href: contractKind.href,
    icon: 'file-invoice',
    title: { en: 'Contracts', 'zh-CN': '合同' },
    permission: contractKind.view,
  },
  {
    href: '/sales/receipts',
    icon: 'cash',
    title: { en: 'Receipts', 'zh-CN': '回款' },
    permission: contractKind.view,
    inside: true,
  },
  {
    href: '/sales/approvals',
    icon: 'checklist',
    title: { en: 'Approvals', 'zh-CN': '审批' },
    permission: productKind.view,
    inside: true,
  },
  {
    href: productKind.href,
    icon: 'package',
    title: { en: 'Products', 'zh-CN': '产品' },
    permission: productKind.view,
    inside: true,
  },
  {
    href: '/sales/settings',
    icon: 'settings',
    title: { en: 'Rules for papers', 'zh-CN': '单据规则' },
    permission: setApprovals,
    inside: true,
  },
]
