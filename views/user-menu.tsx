import { Icon, type IconName } from './icon.tsx'
import type { Markup } from './markup.ts'
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

const Choices = ({ shell, t }: Omit<Props, 'picture'>) => (
  <>
    <form method="post" action="/account/theme" class="choices" data-theme-form>
      <input type="hidden" name="back" value={shell.path} />
      <span id="menu-theme">{t.theme}</span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in one line */}
      <div role="group" aria-labelledby="menu-theme">
        {themes.map(([theme, name]) => (
          <button
            type="submit"
            name="theme"
            value={theme}
            title={t[theme]}
            aria-label={t[theme]}
            aria-pressed={shell.theme === theme ? 'true' : 'false'}
          >
            <Icon name={name} />
          </button>
        ))}
      </div>
    </form>
    <form method="post" action="/account/language" class="choices">
      <input type="hidden" name="back" value={shell.path} />
      <span id="menu-language">{t.language}</span>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="group" aria-labelledby="menu-language">
        {languages.map(([locale, name]) => (
          <button
            type="submit"
            name="locale"
            value={locale}
            lang={locale}
            aria-pressed={shell.locale === locale ? 'true' : 'false'}
          >
            {name}
          </button>
        ))}
      </div>
    </form>
  </>
)

/** The person at the foot of the sidebar, with a menu that opens without a script. */
export const UserMenu = ({ shell, t, picture }: Props) => (
  <details class="menu user-menu" data-menu>
    <summary data-tour="account">
      {picture}
      <span class="name">{shell.userName}</span>
      <Icon name="dots" />
      <span class="sr-only">{t.account}</span>
    </summary>
    <div class="menu-box">
      {shell.userNote && <p class="menu-note">{shell.userNote}</p>}
      <a href="/account">
        <Icon name="user-cog" />
        {t.profile}
      </a>
      <Choices shell={shell} t={t} />
      <form method="post" action="/logout">
        <button type="submit">
          <Icon name="logout" />
          {t.signOut}
        </button>
      </form>
    </div>
  </details>
)
