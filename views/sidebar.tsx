import { avatar } from './avatar.tsx'
import { bell } from './bell.ts'
import { icon } from './icon.tsx'
import { type Markup, markup } from './markup.ts'
import type { ViewText } from './messages.ts'
import type { NavGroup, NavItem, Shell } from './shell.ts'
import { userMenu } from './user-menu.tsx'

type Props = { shell: Shell; t: ViewText['shell'] }

/**
 * The sidebar, on every page and so by the fast renderer. Below 768 px the browser's own popover
 * makes it a drawer: it opens, closes on Esc or a tap beside it, and gives the focus back, all
 * without a script.
 */
export const Sidebar = ({ shell, t }: Props): Markup => markup`
  <aside id="sidebar" popover="auto" data-tour="sidebar">
    <div class="side-head">
      <a href="/" class="company">
        <span class="mark" aria-hidden="true">${[...shell.companyName][0]}</span>
        <span class="name">${shell.companyName}</span>
      </a>
      ${shell.help && helpLink(shell.help)}
      ${bell(t, shell.unread, shell.userId)}
      <button type="button" class="ghost-icon drawer-close" popovertarget="sidebar">
        ${icon('x')}<span class="sr-only">${t.closeMenu}</span>
      </button>
    </div>
    ${shell.canSearch && searchLink(t)}
    <nav aria-label="${t.navigation}">${shell.nav.map((group) => groupOf(group, shell.path, t))}</nav>
    ${userMenu({ shell, t, picture: avatar(shell.userName) })}
  </aside>`

const helpLink = ({ href, label, offers }: NonNullable<Shell['help']>) => markup`
  <a class="ghost-icon" href="${href}" aria-label="${label}" title="${label}" data-help${offers && markup` data-offers="${offers}"`} data-tour="help">
    ${icon('help-circle')}
  </a>`

const searchLink = (t: ViewText['shell']) => markup`
  <a class="search-link" href="/search" data-palette data-tour="search">
    ${icon('search')}<span>${t.search}</span><kbd>Ctrl K</kbd>
  </a>`

const groupOf = (group: NavGroup, path: string, t: ViewText['shell']) => markup`
  <div class="nav-group">
    ${group.label && markup`<h2>${group.label}</h2>`}
    <ul>${group.items.map((item) => entry(item, path, t))}</ul>
  </div>`

const entry = (item: NavItem, path: string, t: ViewText['shell']) => markup`
  <li>
    <a href="${item.href}"${isCurrent(item, path) && markup` aria-current="page"`}${item.tour && markup` data-tour="${item.tour}"`}>
      ${icon(item.icon)}<span>${item.label}</span>
      ${item.count ? markup`<span class="count">${item.count}<span class="sr-only"> ${t.waiting}</span></span>` : ''}
    </a>
  </li>`

/** Whether an entry stands for the page at a path: its own, or one below it. */
export const isCurrent = (item: Pick<NavItem, 'href' | 'exact'>, path: string): boolean =>
  path === item.href || (!item.exact && item.href !== '/' && path.startsWith(`${item.href}/`))
