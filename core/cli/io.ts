import type { Env } from '../env.ts'
import { usages } from './usages.ts'

/** What a command works with besides its arguments. */
export type Io = {
  env: Env
  /** where the person stands: a path they give is meant from there */
  folder: string
  input: NodeJS.ReadableStream
  print(line: string): void
  complain(line: string): void
}

/**
 * One command. It parses `args` with node:util parseArgs, prints a line for people or, with --json,
 * one JSON object, and returns the exit code: 0 only when all of it was done.
 */
export type Command = (args: string[], io: Io) => Promise<number>

/** A request that makes no sense as typed; its sentence is printed, and the exit code is 2. */
export class UsageError extends Error {}

/** How a command is used, to whoever used it otherwise. */
export const misused = (command: string): UsageError =>
  new UsageError(`This command is used so: ${usages[command]}`)

/** An option that must be there. @throws UsageError with an example of it */
export function given(value: string | undefined, example: string): string {
  if (value?.trim()) return value.trim()
  throw new UsageError(`Something is missing: say ${example}.`)
}

/** Prints a result as people or programs want it. */
export function report(io: Io, asJson: boolean | undefined, line: string, data: object): void {
  io.print(asJson ? JSON.stringify(data) : line)
}
