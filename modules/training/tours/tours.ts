import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { may } from '../../../core/access/person.ts'
import { root } from '../../../core/root.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Texts } from '../courses/content.ts'

export type TourStep = {
  key: string
  /** A registered `data-tour` id; a card in the middle without one. */
  anchor?: string
  /** The page it is on: exactly, or below it when it ends with a slash. */
  path?: string
  permission?: string
  /** Doing it moves on; else the reader does. */
  advance?: 'click'
  body: Texts
}

export type Tour = {
  code: string
  title: Texts
  start: string
  /** The module it is about. */
  module?: string
  steps: TourStep[]
}

let kept: Promise<Tour[]> | undefined

/** The tours that come with the product. */
export const readTours = (): Promise<Tour[]> => {
  kept ??= readFile(join(root, 'modules/training/tours/tours.json'), 'utf8').then(
    (text) => JSON.parse(text) as Tour[],
  )
  return kept
}

/** Why a step cannot be shown to somebody, as far as the server knows (R2). */
export type Missing = 'off' | 'permission'

export const missingIn = (scope: Scope, tour: Tour, step: TourStep): Missing | undefined => {
  if (tour.module && scope.modules.state(tour.module) === 'off') return 'off'
  return step.permission && !may(scope.user, step.permission) ? 'permission' : undefined
}
