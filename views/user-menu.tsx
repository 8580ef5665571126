import { type IconName, icon } from './icon.tsx'
import { type Markup, markup } from './markup.ts'
import type { ViewText } from './messages.ts'
import type { Shell, Theme } from './shell.ts'

type Props = { shell: Shell; t: ViewText['shell']; picture: Markup }

const themes: readonly [Theme, IconName][] = [
  ['light', 'sun'],
  ['dark', 'moon'],
  ['system', 'device-desktop'],
]

/** Each language in its own name, whatever the page speaks. */
const languages = [
  ['zh-CN', '中文'],
  ['en', 'English'],
] as const

/** The person at the foot of the sidebar, with a menu that opens without a script. */
export const userMenu = ({ shell, t, picture }: Props): Markup => markup`
  <details class="menu user-menu" data-menu>
    <summary data-tour="account">
      ${picture}<span class="name">${shell.userName}</span>${icon('dots')}
      <span class="sr-only">${t.account}</span>
    </summary>
    <div class="menu-box">
      ${shell.userNote && markup`<p class="menu-note">${shell.userNote}</p>`}
      <a href="/account">${icon('user-cog')}${t.profile}</a>
      <a href="/keys" data-keys>${icon('keyboard')}${t.keys}</a>
      ${themeChoice(shell, t)}
      ${languageChoice(shell, t)}
      <form method="post" action="/logout">
        <button type="submit">${icon('logout')}${t.signOut}</button>
      </form>
    </div>
  </details>`

const themeChoice = (shell: Shell, t: ViewText['shell']) => markup`
  <form method="post" action="/account/theme" class="choices" data-theme-form>
    <input type="hidden" name="back" value="${shell.path}">
    <span id="menu-theme">${t.theme}</span>
    <div role="group" aria-labelledby="menu-theme">
      ${themes.map(
        ([theme, name]) =>
          markup`<button type="submit" name="theme" value="${theme}" title="${t[theme]}" aria-label="${t[theme]}" aria-pressed="${String(shell.theme === theme)}">${icon(name)}</button>`,
      )}
    </div>
  </form>`

const languageChoice = (shell: Shell, t: ViewText['shell']) => markup`
  <form method="post" action="/account/language" class="choices">
    <input type="hidden" name="back" value="${shell.path}">
    <span id="menu-language">${t.language}</span>
    <div role="group" aria-labelledby="menu-language">
      ${languages.map(
        ([locale, name]) =>
          markup`<button type="submit" name="locale" value="${locale}" lang="${locale}" aria-pressed="${String(shell.locale === locale)}">${name}</button>`,
      )}
    </div>
  </form>`
