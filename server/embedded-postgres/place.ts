// Where the embedded database lives and as which system user it runs. PostgreSQL refuses to run as root, so root hands it to an
// unprivileged user; where that user cannot enter the data folder, a fixed folder of the system is used and the data folder says which.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lchownSync, lstatSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { refusalForFolder, StartRefusal } from '../start-refusal.ts'

export type SystemUser = { uid: number; gid: number }

export type Place = {
  /** holds everything below; survives restarts */
  home: string
  /** PostgreSQL's own data folder */
  cluster: string
  /** set when this process is root: who runs PostgreSQL and owns the cluster */
  user: SystemUser | undefined
  /** true when the database could not live under the data folder */
  elsewhere: boolean
}

const systemFolders = ['/var/lib', '/var/tmp']

/** The folder's database: the one it already has, else the first place where one can be made. Makes folders, never a cluster. */
export const findPlace = (dataDir: string): Place => {
  try {
    if (!existsSync(dataDir)) {
      makeFolder(resolve(dataDir))
      chmodSync(dataDir, process.geteuid?.() === 0 ? 0o711 : 0o700) // People's papers are in it.
    }
    const folder = realpathSync(dataDir)
    return process.geteuid?.() === 0 ? placeForRoot(folder) : placeForOrdinaryUser(folder)
  } catch (error) {
    throw refusalForFolder(error, dataDir)
  }
}

/** With its parents. Node's own recursive way hides why a folder cannot be made, and never ends below /proc. */
export const makeFolder = (folder: string): void => {
  const isFolder = () => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true
  if (isFolder()) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    if (!isFolder()) throw error // Otherwise another start made it just now.
  }
}

const pointerName = 'location.txt'
const place = (home: string, user: SystemUser | undefined, elsewhere: boolean): Place => ({ home, cluster: join(home, 'cluster'), user, elsewhere })
const hasCluster = (home: string) => existsSync(join(home, 'cluster'))

const placeForOrdinaryUser = (dataDir: string): Place => {
  const home = join(dataDir, 'postgres')
  if (!existsSync(home)) {
    makeFolder(home)
    chmodSync(home, 0o700)
  }
  if (!hasCluster(home)) refuseWhenMoved(home, undefined)
  else {
    const owner = lstatSync(join(home, 'cluster')).uid
    if (process.geteuid && owner !== process.geteuid()) throw foreign(home, owner)
  }
  return place(home, undefined, false)
}

const placeForRoot = (dataDir: string): Place => {
  const inside = join(dataDir, 'postgres')
  const digest = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const outside = systemFolders.map((folder) => join(folder, `tongban-${digest}`))
  const existing = [inside, ...outside].find(hasCluster)
  if (existing) {
    if (existing !== inside) refuseStrangersFolder(existing)
    const user = ownerOf(join(existing, 'cluster'))
    if (existing === inside) admit(user, dataDir)
    if (!canEnter(existing, user)) throw unreachable(existing, user)
    return place(existing, user, existing !== inside)
  }
  refuseWhenMoved(inside, outside)
  const user = nobody()
  admit(user, dataDir)
  makeFolder(inside)
  chmodSync(inside, 0o711)
  if (canEnter(inside, user)) return place(inside, user, false)
  const home = outside.find((folder) => canMake(folder) && canEnter(folder, user))
  if (!home) throw unreachable(inside, user)
  writeFileSync(join(inside, pointerName), `${home}\n本目录的数据库在上面这个目录中。 / The database of this folder is in the folder named above.\n`)
  return place(home, user, true)
}

/** The data folder of a moved clone still names its old database: saying so beats starting an empty one. */
const refuseWhenMoved = (inside: string, expected: readonly string[] | undefined) => {
  const pointer = join(inside, pointerName)
  const home = existsSync(pointer) ? readFileSync(pointer, 'utf8').split('\n')[0] : undefined
  if (!home || !hasCluster(home)) return
  if (!expected) {
    throw new StartRefusal(
      'data_folder_moved',
      `本目录的数据库在 ${home}，由 root 启动时建立；请仍以 root 启动，或删除 ${pointer} 以新建空数据库。 / The database of this folder is in ${home} and was made by root. Start as root again, or delete ${pointer} to begin with an empty database.`,
    )
  }
  if (expected.includes(home)) return
  throw new StartRefusal(
    'data_folder_moved',
    `数据目录换了位置，它的数据库仍在 ${home}；请执行 mv ${home} ${expected[0]} 后再启动，或删除 ${pointer} 以新建空数据库。 / The data folder was moved, its database is still in ${home}. Run mv ${home} ${expected[0]} and start again, or delete ${pointer} to begin with an empty database.`,
  )
}

const canMake = (folder: string): boolean => {
  try {
    mkdirSync(folder, { mode: 0o711 })
    chmodSync(folder, 0o711)
    return true
  } catch {
    // Left from an earlier start that ended before its cluster was made; only root's own folder will do.
    return existsSync(folder) && lstatSync(folder).isDirectory() && lstatSync(folder).uid === 0
  }
}

/** In a folder everybody may write to, another user could have put a database of theirs in our way. */
const refuseStrangersFolder = (home: string) => {
  const { uid } = lstatSync(home)
  if (uid !== 0) throw foreign(home, uid)
}

const nobody = (): SystemUser => {
  const line = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n').find((each) => each.startsWith('nobody:')) : undefined
  const [, , uid, gid] = line?.split(':') ?? []
  return { uid: Math.abs(Number(uid)) || 65_534, gid: Math.abs(Number(gid)) || 65_534 }
}

/** The cluster's owner runs it, so one made by an ordinary user also starts as root. */
const ownerOf = (cluster: string): SystemUser => {
  const { uid, gid } = lstatSync(cluster)
  if (uid !== 0) return { uid, gid }
  const user = nobody() // A `chown -R root` over the data folder is undone here.
  giveTo(user, cluster)
  return user
}

/** Gives a folder and everything in it to the user PostgreSQL runs as. */
export const giveTo = (user: SystemUser, folder: string) => {
  chownSync(folder, user.uid, user.gid)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) lchownSync(join(folder, name), user.uid, user.gid)
}

/** Lets the user pass a data folder that is closed to all but root, and nobody else: its group meant nothing before. */
const admit = (user: SystemUser, dataDir: string) => {
  const { uid, mode } = statSync(dataDir)
  if (uid !== 0 || (mode & 0o077) !== 0 || !canEnter(dirname(dataDir), user)) return
  chownSync(dataDir, 0, user.gid)
  chmodSync(dataDir, (mode & 0o700) | 0o010)
}

/** Asked of the system itself, so access lists and mount options count as well. */
const canEnter = (folder: string, user: SystemUser): boolean =>
  spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0

const foreign = (home: string, uid: number) =>
  new StartRefusal(
    'data_folder_foreign',
    `${home} 中的数据库属于另一个系统用户（uid ${uid}），请以该用户或 root 启动，或用 DATA_DIR 指定别的目录。 / The database in ${home} belongs to another system user (uid ${uid}). Start as that user or as root, or name another folder in DATA_DIR.`,
  )

const unreachable = (home: string, user: SystemUser) =>
  new StartRefusal(
    'data_folder_unreachable',
    `数据库以普通用户（uid ${user.uid}）运行，但该用户进不了 ${home}；请放开上级目录的进入权限（chmod o+x），或用 DATA_DIR 指定别的目录；数据未改动。 / The database runs as an unprivileged user (uid ${user.uid}) who cannot enter ${home}. Let others pass its parent folders (chmod o+x), or name another folder in DATA_DIR; nothing was changed.`,
  )
