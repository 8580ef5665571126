import { Icon } from './icon.tsx'
import type { ViewText } from './messages.ts'
import { listSwap } from './table.tsx'

export type PagerProps = {
  t: ViewText['list']
  /** How many in all, as a text: 12,846 or 10,000+. */
  total: string
  /** Counts to the end; given when the total says "more than". */
  exactHref?: string
  /** The neighbouring pages; left out at an end. */
  previousHref?: string
  nextHref?: string
}

/** The line below a list: how many in all, and the way to the pages beside this one. */
export const Pager = ({ t, total, exactHref, previousHref, nextHref }: PagerProps) => (
  <div class="pager">
    <p data-announce data-testid="total">
      {total === '1' ? t.one : t.total(total)}
      {exactHref && (
        <>
          {' '}
          <a href={exactHref} hx-boost={listSwap}>
            {t.countExactly}
          </a>
        </>
      )}
    </p>
    {(previousHref || nextHref) && (
      <nav aria-label={t.pages}>
        <a
          class="btn btn-sm"
          href={previousHref}
          hx-boost={previousHref && listSwap}
          rel="prev"
          aria-disabled={previousHref ? undefined : 'true'}
        >
          <Icon name="chevron-left" />
          {t.previous}
        </a>
        <a
          class="btn btn-sm"
          href={nextHref}
          hx-boost={nextHref && listSwap}
          rel="next"
          aria-disabled={nextHref ? undefined : 'true'}
        >
          {t.next}
          <Icon name="chevron-right" />
        </a>
      </nav>
    )}
  </div>
)
