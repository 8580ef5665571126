import { readEnv } from '../env.ts'
import { dispatch } from './dispatch.ts'

process.exitCode = await dispatch(process.argv.slice(2), () => ({
  env: readEnv(),
  folder: process.env.INIT_CWD ?? process.cwd(),
  input: process.stdin,
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
}))
