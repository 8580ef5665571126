/**
 * Writes icons.ts: the drawing of each icon the product uses, out of the 5,000 Tabler ones.
 * Add a name to the list and run `node views/icons.generate.ts`.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../core/root.ts'

const names = `
adjustments-horizontal alert-circle alert-triangle archive archive-off archive-restore arrow-back-up
arrow-down arrow-left arrow-merge arrow-right arrow-up arrows-exchange at ban bell bolt book bookmark books
briefcase building building-community buildings bulb calendar calendar-event calendar-off calendar-plus cash
chart-bar check checkbox checklist chevron-down chevron-left chevron-right circle circle-check
circle-dashed circle-x clipboard-list clock columns-3 copy database database-import device-desktop
dots download edit external-link eye eye-off file file-import file-invoice
file-spreadsheet file-text filter flag forms gauge git-merge headset help help-circle history home
id inbox info-circle key keyboard language layout-dashboard layout-kanban layout-list link list-check loader-2
lock lock-open login logout mail map-pin menu-2 message message-circle moon note notebook package
paperclip pencil phone pin player-pause player-play plug plug-connected plus power presentation
printer progress receipt refresh report-analytics restore rocket route school search send settings
shield shield-check shield-lock sitemap sparkles star sun switch-horizontal tag tags target ticket
toggle-left toggle-right trash trophy upload user user-check user-cog user-off user-plus user-share
users users-group wifi-off world x
`

const folder = join(root, 'node_modules/@tabler/icons/icons/outline')

const entries = await Promise.all(
  names
    .trim()
    .split(/\s+/)
    .map(async (name) => {
      const svg = await readFile(join(folder, `${name}.svg`), 'utf8')
      const paths = [...svg.matchAll(/<path d="([^"]*)" \/>/g)].map((path) => path[1] ?? '')
      // One path can hold them all as long as each begins with an absolute move.
      if (paths.length === 0 || paths.some((path) => !path.startsWith('M')))
        throw new Error(`views/icons.generate.ts: ${name}.svg cannot be drawn as one path`)
      return `  '${name}': '${paths.join('')}',`
    }),
)

await writeFile(
  join(import.meta.dirname, 'icons.ts'),
  `/** Written by icons.generate.ts from @tabler/icons (MIT). Do not edit by hand. */
export const icons = {
${entries.join('\n')}
} as const
`,
)
