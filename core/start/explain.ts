import { MigrationError } from '../db/migrate.ts'
import { EnvError } from '../env.ts'
import { RegistryError } from '../registry.ts'
import { StartFailure } from './failure.ts'

const expected = [StartFailure, EnvError, MigrationError, RegistryError]

/** What to print when a start or a command fails: one sentence, or the whole story of a fault of ours. */
export function explain(error: unknown): string {
  if (expected.some((kind) => error instanceof kind)) return (error as Error).message
  const story = error instanceof Error ? error.stack : String(error)
  return `This failed for a reason nobody foresaw; please report what follows.\n${story}`
}
