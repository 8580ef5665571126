import type { Child } from 'hono/jsx'

export type Detail = {
  label: string
  /** A text, or markup such as a link; nothing is said in words. */
  value: Child
}

/** Labels and values of a record, one below the other. */
export const Details = ({ items, empty }: { items: readonly Detail[]; empty: string }) => (
  <dl class="details">
    {items.map(({ label, value }) => (
      <div>
        <dt>{label}</dt>
        <dd>
          {value === undefined || value === null || value === '' ? (
            <span class="nothing">{empty}</span>
          ) : (
            value
          )}
        </dd>
      </div>
    ))}
  </dl>
)

/** A phone number that keeps its order inside right-to-left text, and can be dialled. */
export const Phone = ({ shown, dial }: { shown: string; dial: string }) => (
  <a href={`tel:${dial}`}>
    <bdi dir="ltr">{shown}</bdi>
  </a>
)
