// Makes the commands work on a fresh clone: installs packages when needed, finds a Node that runs TypeScript, hands over to it.
// Runs on Node 18 and newer, so it is plain JavaScript without dependencies. Whatever it says goes to stderr.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { basename, delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const commands = {
  __proto__: null,
  start: { script: 'server/main.ts', about: '启动门户、工作台与接口 / start portal, workbench and API' },
  test: { script: 'tools/test.ts', about: '运行全部检查 / run every check (npm test -- <step> runs one)' },
  'test:faults': { script: 'tools/faults/main.ts', about: '一边提交一边断电式地杀进程、重启数据库，看有没有丢、有没有重 / kills servers, workers and the database while people hand in' },
  tongban: { script: 'server/cli.ts', about: '命令行工具 / command line, see: npm run -s tongban -- --help' },
  bench: { script: 'bench/main.ts', about: '性能对比 / benchmarks, see: npm run -s bench -- --help' },
  'eval:search': { script: 'eval/search/main.ts', about: '搜索质量评测 / quality of search, see: npm run -s eval:search -- --help' },
  screenshots: { script: 'tools/screenshots.ts', about: '重拍文档里的图片 / take the pictures of the documents again' },
}

const root = dirname(fileURLToPath(import.meta.url))
const modules = join(root, 'node_modules')
const installedList = join(modules, '.package-lock.json')
const stampFile = join(modules, '.tongban-install.json')
const windows = process.platform === 'win32'
const program = windows ? 'node.exe' : 'node'
const pinnedNode = join(modules, 'node', 'bin', program)
/** The first Node that runs TypeScript as it is and is supported for years. */
const requiredMajor = 24

const say = (line) => process.stderr.write(`${line}\n`)
/** Ends with these lines instead of a stack. */
class Refusal extends Error {}
const stoppedByUser = '已中断。 / Interrupted.'
/** Set to the signal once somebody asked for the end. */
let interrupted
const readJson = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
const majorOf = (version) => Number(/^v?(\d+)\./.exec(version ?? '')?.[1] ?? 0)
const runs = (node) => existsSync(node) && majorOf(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout) >= requiredMajor
/** `npm run` puts the pinned Node first, so this file may already run on it; it is then no host's Node. */
const runsOnPinned = existsSync(pinnedNode) && realpathSync(pinnedNode) === realpathSync(process.execPath)
const hostIsNewEnough = majorOf(process.version) >= requiredMajor && !runsOnPinned

// ── Packages ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const lockText = readFileSync(join(root, 'package-lock.json'))
const lock = JSON.parse(lockText)
const lockDigest = createHash('sha256').update(lockText).digest('hex')

/** npm keeps a list of what it has installed: a finished `npm ci`, by whoever, need not be repeated. */
const packagesAreInstalled = () => {
  const installed = readJson(installedList)?.packages
  if (!installed) return false
  const libc = process.platform === 'linux' && (process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl')
  const suits = (list, value) => !list || (!list.includes(`!${value}`) && (list.every((each) => each.startsWith('!')) || list.includes(value)))
  // Optional packages are machine programs, of which one kind suits, or what only such a package needs.
  const mayBeMissing = ({ optional, os, cpu, libc: needed }) =>
    optional && !((os || cpu) && suits(os, process.platform) && suits(cpu, process.arch) && suits(needed, libc))
  return Object.entries(lock.packages).every(
    ([path, entry]) => path === '' || installed[path]?.version === entry.version || (!installed[path] && mayBeMissing(entry)),
  )
}

const npm = (node, parameters, cwd) => {
  const own = process.env.npm_execpath
  const [command, first] = own && basename(own) === 'npm-cli.js' && existsSync(own) ? [node, [own]] : [windows ? 'npm.cmd' : 'npm', []]
  const environment = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` }
  // Some machines run npm silently; its errors must show all the same.
  const quiet = ['--loglevel=error', '--no-audit', '--no-fund', '--no-update-notifier']
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...parameters, ...quiet], { cwd, env: environment, shell: windows && command.endsWith('.cmd'), stdio: ['ignore', 2, 2] })
    forwardSignals(child)
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code, signal) => resolve(code === 0 ? undefined : `npm: ${signal ?? code}`))
  })
}

const showing = async (text, work) => {
  say(`${text} …`)
  const began = Date.now()
  const beat = setInterval(() => say(`  … ${Math.round((Date.now() - began) / 1000)} s`), 10_000)
  try {
    return await work()
  } finally {
    clearInterval(beat)
  }
}

/** Fetches the Node named in the lock file without running any install script. */
const fetchNode = async (into) => {
  const version = lock.packages['node_modules/node'].version
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'
  const name = `${prefix}-${windows ? 'win' : process.platform}-${process.arch}`
  writeFileSync(join(into, 'package.json'), '{"private":true}\n')
  // A registry named in the clone's own .npmrc counts here as well.
  if (existsSync(join(root, '.npmrc'))) copyFileSync(join(root, '.npmrc'), join(into, '.npmrc'))
  const problem = await showing(`正在下载 Node ${version} / Fetching Node ${version}`, () =>
    npm(process.execPath, ['install', '--prefix', into, '--ignore-scripts', '--no-save', '--no-package-lock', '--prefer-offline', `${name}@${version}`], into),
  )
  if (interrupted) throw new Refusal(stoppedByUser)
  const node = join(into, 'node_modules', name, readJson(join(into, 'node_modules', name, 'package.json'))?.bin?.node ?? program)
  if (problem || !runs(node)) throw new Refusal(noNode(problem ?? `${name} does not run here`))
  return node
}

const noNode = (reason) =>
  `需要 Node ${requiredMajor} 或更新版本（本机为 ${process.version}），自动下载没有成功（${reason}）。请检查网络或 npm 镜像后重试，或安装 Node ${requiredMajor}：https://nodejs.org\n` +
  `Node ${requiredMajor} or newer is needed (this is ${process.version}) and could not be fetched (${reason}). Check the network or the npm registry and try again, or install Node ${requiredMajor}: https://nodejs.org`

const install = async () => {
  const workshop = mkdtempSync(join(tmpdir(), 'tongban-install-'))
  try {
    const node = hostIsNewEnough ? process.execPath : await takeNode(workshop)
    if (!packagesAreInstalled()) {
      // npm leaves out optional packages its own Node is too old for, so an old host's npm runs on the fetched Node.
      // No install script is needed: the Node comes from here, PostgreSQL's links are made when it starts.
      const problem = await showing('正在安装依赖（首次约一分钟）/ Installing packages (about a minute the first time)', () =>
        npm(node, ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--prefer-offline'], root),
      )
      if (interrupted) throw new Refusal(stoppedByUser)
      // npm writes its own list last; without it an installation ended early, whatever npm reported.
      if (problem || !existsSync(installedList)) throw new Refusal(`依赖安装失败（${problem ?? 'npm'}），请检查网络或 npm 镜像后重试。 / Installing packages failed (${problem ?? 'npm'}). Check the network or the npm registry and try again.`)
    }
    if (!hostIsNewEnough && !runs(pinnedNode)) placeNode(node)
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
}

/** The pinned Node, in the workshop: `npm ci` empties node_modules first. */
const takeNode = async (workshop) => {
  if (!runs(pinnedNode)) return fetchNode(workshop)
  const copy = join(workshop, program)
  copyFileSync(pinnedNode, copy)
  chmodSync(copy, 0o755)
  return copy
}

/** Where the install script of the package `node` would have put it. */
const placeNode = (node) => {
  mkdirSync(dirname(pinnedNode), { recursive: true })
  const unfinished = `${pinnedNode}.${process.pid}`
  copyFileSync(node, unfinished)
  chmodSync(unfinished, 0o755)
  renameSync(unfinished, pinnedNode)
  const link = join(modules, '.bin', 'node')
  if (!windows && !existsSync(link)) symlinkSync(join('..', 'node', 'bin', program), link)
}

// ── Node ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

const chooseNode = () => (hostIsNewEnough ? process.execPath : runs(pinnedNode) ? pinnedNode : undefined)

/** Says what was checked last time, so a later start checks nothing again. */
const isReady = () => {
  const stamp = readJson(stampFile)
  return stamp?.lock === lockDigest && (hostIsNewEnough || (stamp.pinnedNodeRuns && existsSync(pinnedNode)))
}

/** When a process began, where the system tells: in a container started anew, another process has the number of the one that was killed. */
const beginOf = (pid) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/** Two commands begun at once on a fresh clone must not install on top of each other. */
const withInstallLock = async (work) => {
  const file = join(tmpdir(), `tongban-install-${process.getuid?.() ?? ''}-${createHash('sha256').update(root).digest('hex').slice(0, 12)}.lock`)
  const isHeld = () => {
    try {
      const [pid, began = ''] = readFileSync(file, 'utf8').split(' ')
      process.kill(Number(pid), 0)
      return began === beginOf(pid) && Number(pid) !== process.pid && Date.now() - statSync(file).mtimeMs < 15 * 60_000
    } catch {
      return false
    }
  }
  for (let waited = 0; isHeld(); waited += 1) {
    if (waited === 0) say('另一个命令正在安装依赖，请稍候 … / Another command is installing packages, waiting …')
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  try {
    if (existsSync(file)) rmSync(file, { force: true })
    writeFileSync(file, `${process.pid} ${beginOf(process.pid)}`, { flag: 'wx' })
  } catch (error) {
    if (error.code === 'EEXIST') return withInstallLock(work) // Another command was faster.
    // No writable temporary folder: go on without the lock.
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

const prepare = async () => {
  if (isReady()) return hostIsNewEnough ? process.execPath : pinnedNode
  await withInstallLock(async () => {
    if (!packagesAreInstalled() || !chooseNode()) await install()
  })
  const node = chooseNode()
  try {
    writeFileSync(stampFile, `${JSON.stringify({ lock: lockDigest, pinnedNodeRuns: node === pinnedNode })}\n`)
  } catch {
    // Packages installed by somebody else and read-only: they are checked again next time.
  }
  return node
}

// ── Handing over ──────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Passes signals on, each once. A terminal gives Ctrl-C and hang-up to the program as well, where a second one would mean impatience.
 * An npm that was killed cannot pass anything on: its end is noticed instead, so that no program stays behind.
 */
function forwardSignals(child) {
  const inTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY
  const listeners = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    let passedOn = inTerminal && signal !== 'SIGTERM'
    const listener = () => {
      interrupted ??= signal
      if (!passedOn) child.kill(signal)
      passedOn = true
    }
    process.on(signal, listener)
    return [signal, listener]
  })
  const parent = process.ppid
  const watch = process.env.npm_lifecycle_event && setInterval(() => process.ppid !== parent && process.emit('SIGTERM'), 250)
  child.once('close', () => {
    if (watch) clearInterval(watch)
    for (const [signal, listener] of listeners) process.off(signal, listener)
  })
}

/** Ends as the program ended. */
const handOver = (node, script, parameters) =>
  new Promise((resolve, reject) => {
    const environment = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` }
    // Compiled code is kept from one run to the next: a start then takes half the processor time. Whoever sets the variable decides.
    environment.NODE_COMPILE_CACHE ??= join(modules, '.cache', 'tongban-compiled')
    // Early Node 24 announces that running TypeScript is experimental; later ones do not.
    // The channel closes when this process ends, kill -9 included; a program that listens for `disconnect` then stops.
    const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, script), ...parameters], { stdio: [0, 1, 2, 'ipc'], env: environment })
    forwardSignals(child)
    child.on('error', (error) => reject(new Refusal(`${node}: ${error.message}`)))
    child.on('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)))
  })

const help = ['node bootstrap.mjs <command> [parameters]', '', ...Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(11)} ${about}`)].join('\n')

const main = async ([name, ...parameters]) => {
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    process.stdout.write(`${help}\n`)
    return 0
  }
  const command = commands[name]
  if (!command) throw new Refusal(`没有命令“${name}” / There is no command "${name}"\n${help}`)
  return handOver(await prepare(), command.script, parameters)
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    const cannotWrite = ['EACCES', 'EPERM', 'EROFS'].includes(error.code) && `${error.path} 不可写。 / ${error.path} cannot be written.`
    say(error instanceof Refusal ? error.message : cannotWrite || error.stack)
    process.exit(interrupted ? 128 + constants.signals[interrupted] : 1)
  },
)
