import { doctor } from './doctor.ts'
import type { Command } from './io.ts'
import { migrateDatabase } from './migrate.ts'

/** Every command by its one or two words. */
export const commands: Record<string, Command> = {
  migrate: migrateDatabase,
  doctor,
}
