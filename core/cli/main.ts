import { readEnv } from '../env.ts'
import { explain } from '../start/explain.ts'
import { commands } from './commands.ts'
import { type Io, UsageError } from './io.ts'

/** Runs the command that the first word or two name; its exit code is ours. */
async function dispatch(args: string[]): Promise<number> {
  const words = [args.slice(0, 2).join(' '), args[0] ?? ''].find((name) =>
    Object.hasOwn(commands, name),
  )
  const command = commands[words ?? '']
  if (!words || !command) {
    console.error(unknown(args))
    return 2
  }
  try {
    return await command(args.slice(words.split(' ').length), openIo())
  } catch (error) {
    console.error(isUsage(error) ? (error as Error).message : explain(error))
    return isUsage(error) ? 2 : 1
  }
}

function unknown(args: string[]): string {
  const list = Object.keys(commands).sort().join('\n  ')
  const asked = args.length > 0 ? `There is no command "${args.slice(0, 2).join(' ')}". ` : ''
  return `${asked}These are the commands:\n  ${list}`
}

const openIo = (): Io => ({
  env: readEnv(),
  folder: process.env.INIT_CWD ?? process.cwd(),
  input: process.stdin,
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
})

const isUsage = (error: unknown): boolean =>
  error instanceof UsageError ||
  String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')

process.exitCode = await dispatch(process.argv.slice(2))
