import { Icon, type IconName } from './icon.tsx'
import type { ViewText } from './messages.ts'

export type PaletteItem = { href: string; label: string; note?: string; icon: IconName }
export type PaletteGroup = { label: string; items: readonly PaletteItem[] }

/**
 * The Ctrl-K dialog, closed until a script opens it; without scripts the search link leads to
 * /search. Its form asks /search/palette?q= for PaletteResults while one types.
 */
export const PaletteDialog = ({ t }: { t: ViewText['palette'] }) => (
  <dialog id="palette" aria-label={t.label} data-dialog>
    <form
      method="get"
      action="/search"
      hx-get="/search/palette"
      hx-trigger="input delay:120ms, palette:open"
      hx-target="#palette-results"
      hx-swap="innerHTML"
      hx-sync="this:replace"
    >
      <Icon name="search" />
      <input
        id="palette-input"
        type="search"
        name="q"
        placeholder={t.placeholder}
        aria-label={t.label}
        autocomplete="off"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-results"
        aria-autocomplete="list"
      />
      <kbd>Esc</kbd>
    </form>
    <div id="palette-results" role="listbox" aria-label={t.label}></div>
    <p class="palette-hint">{t.hint}</p>
  </dialog>
)

type ResultsProps = { t: ViewText['palette']; query: string; groups: readonly PaletteGroup[] }

/** The fragment at /search/palette: what was found, grouped; the last entry leads to all of it. */
export const PaletteResults = ({ t, query, groups }: ResultsProps) => (
  <>
    {groups.map((group) => (
      // biome-ignore lint/a11y/useSemanticElements: options of a list box, not fields of a form
      <div role="group" aria-label={group.label}>
        <p class="palette-group" aria-hidden="true">
          {group.label}
        </p>
        {group.items.map((item) => (
          <PaletteOption item={item} />
        ))}
      </div>
    ))}
    {groups.length === 0 && query !== '' && <p class="palette-nothing">{t.nothing(query)}</p>}
    {query !== '' && (
      <PaletteOption
        item={{
          href: `/search?q=${encodeURIComponent(query)}`,
          label: t.all(query),
          icon: 'search',
        }}
      />
    )}
  </>
)

const PaletteOption = ({ item }: { item: PaletteItem }) => (
  <a href={item.href} role="option" aria-selected="false" tabindex={-1}>
    <Icon name={item.icon} />
    <span>{item.label}</span>
    {item.note && <small>{item.note}</small>}
  </a>
)
