const { spawn } = require('node:child_process')
const { delimiter, dirname, join } = require('node:path')

/** The one child there is, and what to send it instead of the signal that comes. */
let current
let insteadOf
let interrupted = false

for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    interrupted = true
    if (!current) process.exit(130)
    current.kill(insteadOf ?? signal)
  })

/** Whether somebody asked us to end. */
exports.wasInterrupted = () => interrupted

/**
 * Waits for a child and returns its exit code; SIGINT and SIGTERM go on to it meanwhile.
 * @param signal sent instead of the one that came
 */
exports.follow = async function follow(child, signal) {
  current = child
  insteadOf = signal
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('exit', (code) => resolve(code ?? 1))
    })
  } finally {
    current = undefined
  }
}

/**
 * Runs a program to its end and returns its exit code.
 * @param options.root where it runs; `env` adds to the environment
 * @param options.tied it is told by a closing channel when we die, even by kill -9
 * @param options.limit milliseconds after which it is killed
 */
exports.runChild = async function runChild(program, args, { root, env = {}, tied, limit }) {
  const child = spawn(program, args, {
    cwd: root,
    // Paths that a person gives are meant from where that person stands.
    env: { INIT_CWD: process.cwd(), ...process.env, ...ownPath(program, root), ...env },
    stdio: tied ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
  })
  const clock = limit && setTimeout(() => child.kill('SIGKILL'), limit)
  const code = await exports.follow(child)
  clearTimeout(clock)
  return code
}

/** What our programs start in turn must be the pinned programs too. */
function ownPath(program, root) {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const folders = [dirname(program), join(root, 'node_modules', '.bin'), process.env[name]]
  return { [name]: folders.join(delimiter) }
}

/** npm dies of a SIGTERM without passing it on; so when npm started us, its death ends us too. */
exports.stopWithNpm = function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 200)
  watch.unref()
}
