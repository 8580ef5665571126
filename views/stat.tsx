export type Stat = {
  label: string
  /** Formatted; or a word such as "too little data" instead of a number. */
  value: string
  /** A change or a share, beside the number. */
  note?: string
  tone?: 'good' | 'bad'
  /** What the number is made of: formula, period, records. */
  href?: string
}

/** A row of numbers; each leads to what it is made of. */
export const Stats = ({ stats }: { stats: readonly Stat[] }) => (
  <dl class="stats">
    {stats.map(({ label, value, note, tone, href }) => (
      <div>
        <dt>{href ? <a href={href}>{label}</a> : label}</dt>
        <dd>
          {value}
          {note && <small class={tone}>{note}</small>}
        </dd>
      </div>
    ))}
  </dl>
)
