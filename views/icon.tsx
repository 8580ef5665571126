import { raw } from 'hono/utils/html'
import { iconSheetFile } from './icon-sheet.ts'
import type { icons } from './icons.ts'
import type { Markup } from './markup.ts'

/** The drawings at hand; icons.generate.ts adds more. */
export type IconName = keyof typeof icons & string

const drawn = new Map<string, Markup>()

/**
 * A stroke icon of 16 px (or 20 with size "large"), in the colour of the text around it. It says
 * nothing to screen readers: whatever it stands for must be said in words beside it.
 */
export function icon(name: IconName, size?: 'large'): Markup {
  const key = `${name}${size ?? ''}`
  const known = drawn.get(key)
  if (known) return known
  const svg = raw(
    `<svg class="icon${size ? ' icon-large' : ''}" aria-hidden="true"><use href="/assets/${iconSheetFile}#${name}"/></svg>`,
  )
  drawn.set(key, svg)
  return svg
}

/** The same as a JSX element. */
export const Icon = ({ name, size }: { name: IconName; size?: 'large' }) => icon(name, size)
