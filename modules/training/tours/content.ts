import type { Texts } from '../courses/content.ts'

/** How a step moves on where the reader does not by themselves: by a click on it, or by filling it. */
export const advances = ['click', 'input'] as const
export type Advance = (typeof advances)[number]

export type TourStep = {
  /** Stable over versions, so that where people leave stays comparable. */
  key: string
  /** A registered `data-tour` id; a card in the middle without one. */
  anchor?: string
  /** The pages it is on, as help has them: `*` stands for one part of the address. */
  path?: string
  permission?: string
  advance?: Advance
  title?: Texts
  body: Texts
}

/** All of a tour that has versions. */
export type TourContent = {
  title: Texts
  /** The page it begins on. */
  start: string
  /** Offered once on that page, to whoever has not followed it; else only where tours are listed. */
  offered: boolean
  /** What people do once they have learned it, as modules declare it: `contacts:follow-up`. */
  goal?: string
  steps: TourStep[]
}

/** More than these and people leave (R3). */
export const advisedSteps = 5
export const mostSteps = 12

/** As much as one reads beside the thing itself, in characters. */
export const advisedText = { 'zh-CN': 80, en: 220 } as const

/** The module that an address belongs to, by its first part. */
export const moduleOf = (path: string): string => path.split('/')[1] ?? ''
