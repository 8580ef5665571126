import { avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import type { ViewText } from './messages.ts'
import type { NavItem, Shell } from './shell.ts'
import { UserMenu } from './user-menu.tsx'

type Props = { shell: Shell; t: ViewText['shell'] }

/** Whether an entry stands for the page at a path: its own, or one below it. */
export const isCurrent = (item: Pick<NavItem, 'href' | 'exact'>, path: string): boolean =>
  path === item.href || (!item.exact && item.href !== '/' && path.startsWith(`${item.href}/`))

const Entry = ({ item, path, t }: { item: NavItem; path: string; t: ViewText['shell'] }) => (
  <li>
    <a
      href={item.href}
      aria-current={isCurrent(item, path) ? 'page' : undefined}
      data-tour={item.tour}
    >
      <Icon name={item.icon} />
      <span>{item.label}</span>
      {item.count ? (
        <span class="count">
          {item.count}
          <span class="sr-only"> {t.waiting}</span>
        </span>
      ) : null}
    </a>
  </li>
)

/**
 * The sidebar. Below 768 px the browser's own popover makes it a drawer: it opens, closes on Esc
 * or a tap beside it, and gives the focus back, all without a script.
 */
export const Sidebar = ({ shell, t }: Props) => (
  <aside id="sidebar" popover="auto" data-tour="sidebar">
    <div class="side-head">
      <a href="/" class="company">
        <span class="mark" aria-hidden="true">
          {[...shell.companyName][0]}
        </span>
        <span class="name">{shell.companyName}</span>
      </a>
      <button type="button" class="ghost-icon drawer-close" popovertarget="sidebar">
        <Icon name="x" />
        <span class="sr-only">{t.closeMenu}</span>
      </button>
    </div>
    {shell.canSearch && (
      <a class="search-link" href="/search" data-palette data-tour="search">
        <Icon name="search" />
        <span>{t.search}</span>
        <kbd>Ctrl K</kbd>
      </a>
    )}
    <nav aria-label={t.navigation}>
      {shell.nav.map((group) => (
        <div class="nav-group">
          {group.label && <h2>{group.label}</h2>}
          <ul>
            {group.items.map((item) => (
              <Entry item={item} path={shell.path} t={t} />
            ))}
          </ul>
        </div>
      ))}
    </nav>
    <UserMenu shell={shell} t={t} picture={avatar(shell.userName)} />
  </aside>
)
