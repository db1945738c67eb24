// The keystore in a backup: its files as they are. Each private half is sealed with KEYSTORE_SECRET, which is in no backup, so a stolen
// one opens no key; without the keys nothing could be signed as before, and without the secret they stay shut.
import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf } from './digest.ts'
import { keyFile, unusable, type Manifest } from './manifest.ts'

const isKey = (name: string): boolean => /^[0-9a-f]{24}-\d{4,}\.json$/.test(name)

/** @param keystore folder of the keys, which may not be there yet @param backup folder being written */
export const writeKeys = async (keystore: string, backup: string): Promise<NonNullable<Manifest['keys']>> => {
  const names = (await readdir(keystore).catch(() => [])).filter(isKey).toSorted()
  await mkdir(join(backup, 'keys'), { mode: 0o700 })
  for (const name of names) await copyFile(join(keystore, name), join(backup, keyFile(name)))
  return Promise.all(names.map(async (name) => ({ name, sha256: await digestOf(join(backup, keyFile(name))) })))
}

/** @throws StartRefusal backup_unusable when a key is missing or altered, or another one lies in its place already */
export const checkKeys = async (backup: string, { keys = [] }: Manifest, keystore?: string): Promise<void> => {
  for (const { name, sha256 } of keys) {
    if ((await digestOf(join(backup, keyFile(name))).catch(() => '')) !== sha256) throw unusable(backup, `${keyFile(name)} 缺失或被改动 is missing or was altered`)
    const present = keystore === undefined ? sha256 : await digestOf(join(keystore, name)).catch(() => sha256)
    if (present !== sha256) throw unusable(backup, `${name} 与 KEYSTORE_DIR 里已有的密钥不同 is another key than the one in KEYSTORE_DIR`)
  }
}

export const restoreKeys = async (backup: string, { keys = [] }: Manifest, keystore: string): Promise<void> => {
  if (keys.length > 0) await mkdir(keystore, { recursive: true, mode: 0o700 })
  for (const { name } of keys) await copyFile(join(backup, keyFile(name)), join(keystore, name))
}
