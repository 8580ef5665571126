import type { Module } from './module.ts'
import type { Scope } from './scope.ts'

/** How a module is stopped, as pages say it. */
export type Stopped = {
  /** What the module itself is called. */
  title: string
  everybody: boolean
  /** What the module is called that was stopped, where it is another one that this one needs. */
  need?: string
}

/** How a module is stopped where somebody is; undefined when it is not. */
export function stoppedFor(
  { modules, locale }: Pick<Scope, 'modules' | 'locale'>,
  all: readonly Module[],
  { id, title }: Module,
): Stopped | undefined {
  const stop = modules.stopOf(id)
  if (!stop) return undefined
  const need = stop.module === id ? undefined : all.find((one) => one.id === stop.module)
  return {
    title: title[locale],
    everybody: stop.everybody,
    ...(need ? { need: need.title[locale] } : {}),
  }
}
