import { type Markup, markup } from './markup.ts'

const colours = 6

/**
 * What stands for a name in a circle: two Latin initials, or two Han characters. A person's last
 * two are the given name; of a firm the first two tell more, and its name is often longer or has a dot.
 */
export function initials(name: string, firm = false): string {
  const han = name.match(/\p{Script=Han}/gu)
  const fromStart = firm || (han && han.length > 4) || name.includes('·')
  if (han) return (fromStart ? han.slice(0, 2) : han.slice(-2)).join('')
  const words = name.trim().split(/\s+/)
  const first = [...(words[0] ?? '')][0] ?? '?'
  const last = words.length > 1 ? ([...(words.at(-1) as string)][0] ?? '') : ''
  return (first + last).toUpperCase()
}

/** The same name always gets the same colour. */
const colourOf = (name: string): number => {
  let hash = 0
  for (let i = 0; i < name.length; i++) hash = (hash * 31 + name.charCodeAt(i)) >>> 0
  return hash % colours
}

/**
 * A circle with initials. Decoration: the name itself must stand beside it. The style sheet prints
 * the letters, so nobody hears, copies or finds them twice.
 */
export const avatar = (name: string, size?: 'small' | 'large', firm = false): Markup =>
  markup`<i class="avatar avatar-${colourOf(name)}${size ? ` avatar-${size}` : ''}" data-i="${initials(name, firm)}"></i>`

/** A circle and the name. */
export const person = (name: string): Markup =>
  markup`<span class="person">${avatar(name, 'small')}<span>${name}</span></span>`

/** The circle as a JSX element. */
export const Avatar = ({ name, size }: { name: string; size?: 'small' | 'large' }) =>
  avatar(name, size)
