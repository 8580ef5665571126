import { exportFlags, importFlags } from '../../flags/cli/document-commands.ts'
import { explainFlag } from '../../flags/cli/explain-command.ts'
import { setModule } from '../../flags/cli/module-set-command.ts'
import { newCompany, newDepartment, newUser } from './access-commands.ts'
import { doctor } from './doctor.ts'
import { importCommand } from './import-command.ts'
import { undoCommand } from './import-undo-command.ts'
import type { Command } from './io.ts'
import { migrateDatabase } from './migrate.ts'
import { seedCompany } from './seed-command.ts'
import { newTokenCommand } from './token-command.ts'

/** Every command by its one or two words. */
export const commands: Record<string, Command> = {
  'company create': newCompany,
  'department create': newDepartment,
  'user create': newUser,
  'token create': newTokenCommand,
  migrate: migrateDatabase,
  doctor,
  import: importCommand,
  'import undo': undoCommand,
  seed: seedCompany,
  'flags import': importFlags,
  'flags export': exportFlags,
  'flags explain': explainFlag,
  'module set': setModule,
}
