// Where the secrets of connector files are: in the environment or in files, never in the file itself. Read when they are needed, so that
// a secret can be exchanged without a restart.
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { AddressReference, SecretReference } from './connector-definition.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** A secret or address that is named but not there; the message names the place, never a content. */
export class MissingSecret extends Error {}

/** Reads what a connector file refers to. `folder`: from which relative paths count. */
export type References = { folder: string; secret: (reference: SecretReference) => Promise<string>; address: (reference: AddressReference) => string; path: (reference: AddressReference) => string }

export const referencesIn = (folder: string, environment: Environment): References => {
  const fromEnvironment = (name: string): string => {
    const value = environment[name]?.trim()
    if (!value) throw new MissingSecret(`the environment variable ${name} is not set`)
    return value
  }
  const address = (reference: AddressReference): string => (typeof reference === 'string' ? reference : fromEnvironment(reference.env))
  return {
    folder, address,
    path: (reference) => resolve(folder, address(reference)),
    secret: async (reference) => {
      if ('env' in reference) return fromEnvironment(reference.env)
      const content = await readFile(resolve(folder, reference.file), 'utf8').catch((error: NodeJS.ErrnoException) => {
        throw new MissingSecret(`the file ${reference.file} cannot be read (${error.code ?? 'unknown'})`)
      })
      if (content.trim() === '') throw new MissingSecret(`the file ${reference.file} is empty`)
      return content.trim()
    },
  }
}
