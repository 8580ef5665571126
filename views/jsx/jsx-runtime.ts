import type { Child, JSX as HonoJSX } from 'hono/jsx'
import { raw } from 'hono/utils/html'
import { escapeText, type Markup, type Printable, print } from '../markup.ts'

type Props = Record<string, unknown> & { children?: Printable }
type Component = (props: Props) => Printable

/**
 * What JSX in our sources compiles to: each element is text as soon as it is met. hono/jsx builds a
 * tree first, for contexts, promises and browsers, none of which a page of ours has; without it a
 * page costs a fifth (core/decisions/0013). Escapes as markup.ts does, and mixes with it freely.
 */
export function jsx(type: string | Component, props: Props): Markup {
  if (typeof type === 'function') return raw(print(type(props)))
  let html = `<${type}`
  for (const name in props) if (name !== 'children') html += attribute(name, props[name])
  if (empty.has(type)) return raw(`${html}>`)
  return raw(`${html}>${print(props.children)}</${type}>`)
}

export { jsx as jsxDEV, jsx as jsxs }

/** Several elements without one around them. */
export const Fragment = ({ children }: Props): Printable => children

/** Elements that hold nothing and have no end tag (HTML, "Void elements"). */
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** Attributes that say something by being there; a value of theirs would mean the same as none. */
const flags = new Set(
  `allowfullscreen async autofocus autoplay checked controls default defer disabled download
  formnovalidate hidden inert ismap itemscope loop multiple muted nomodule novalidate open
  playsinline readonly required reversed selected`.split(/\s+/),
)

function attribute(name: string, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean' && flags.has(name)) return value ? ` ${name}=""` : ''
  return ` ${name}="${escapeText(String(value))}"`
}

/** The types of elements are hono's: they know every attribute, htmx's by its prefix. */
export declare namespace JSX {
  type Element = Markup
  type ElementType = keyof IntrinsicElements | ((props: never) => Child)
  interface ElementChildrenAttribute {
    children: unknown
  }
  interface IntrinsicElements extends HonoJSX.IntrinsicElements {}
}
