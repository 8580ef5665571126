import { explain } from '../start/explain.ts'
import { commands } from './commands.ts'
import { type Io, UsageError } from './io.ts'
import { usages } from './usages.ts'

/** Runs the command that the first word or two name; its exit code is ours. */
export async function dispatch(args: string[], openIo: () => Io): Promise<number> {
  const words = [args.slice(0, 2).join(' '), args[0] ?? ''].find((name) =>
    Object.hasOwn(commands, name),
  )
  const command = commands[words ?? '']
  const io = openIo()
  if (!words || !command) {
    io.complain(unknown(args))
    return 2
  }
  const own = args.slice(words.split(' ').length)
  if (own.some((word) => word === '--help' || word === '-h')) {
    io.print(howTo(words))
    return 0
  }
  try {
    return await command(own, io)
  } catch (error) {
    if (isMisread(error)) io.complain(`${firstSentence(error as Error)} ${howTo(words)}`)
    else io.complain(error instanceof UsageError ? error.message : explain(error))
    return error instanceof UsageError || isMisread(error) ? 2 : 1
  }
}

const howTo = (words: string): string => `This command is used so: ${usages[words]}`

function unknown(args: string[]): string {
  const list = Object.keys(commands).sort().join('\n  ')
  const isAsking = ['--help', '-h', 'help'].includes(args[0] ?? 'help')
  const asked = isAsking ? '' : `There is no command "${args.slice(0, 2).join(' ')}". `
  return `${asked}These are the commands; each with --help tells how it is used:\n  ${list}`
}

/** Node's parser met an option that it does not know, or one without its value. */
const isMisread = (error: unknown): boolean =>
  String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')

/** Node goes on to explain how to write an argument that begins with a hyphen. */
const firstSentence = ({ message }: Error): string =>
  `${message.split(/\.\s|\n/)[0]?.replace(/\.$/, '')}.`
