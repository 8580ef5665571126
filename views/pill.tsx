import { type Markup, markup } from './markup.ts'

/** Colours of a dot; the words beside it carry the meaning. */
export type Tone = 'grey' | 'blue' | 'violet' | 'orange' | 'green' | 'red'

/** A short state with a coloured dot. */
export const pill = (text: string, tone: Tone = 'grey'): Markup =>
  markup`<span class="pill ${tone}">${text}</span>`

/** A tag: a pill without a dot. */
export const tag = (text: string): Markup => markup`<span class="tag">${text}</span>`

/** The pill as a JSX element. */
export const Pill = ({ text, tone }: { text: string; tone?: Tone }) => pill(text, tone)
