export type Tab = { href: string; label: string; current: boolean; count?: string }

/** Sections of a page, each a link of its own, so that every one has an address. */
export const Tabs = ({ label, tabs }: { label: string; tabs: readonly Tab[] }) => (
  <nav class="tab-row" aria-label={label}>
    {tabs.map((tab) => (
      <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
        {tab.label}
        {tab.count && <span class="count">{tab.count}</span>}
      </a>
    ))}
  </nav>
)
