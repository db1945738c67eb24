// Photos and voice of a request being written, kept on this device beside its words; and requests waiting for the network.
// A browser that forbids storage keeps them as long as the page is open.
import { findKept, keep } from '../../../shared/kept.ts'
import { requestStore } from '../../../shared/on-device.ts'
import type { Written } from './written.ts'

export interface KeptFile {
  id: string
  file: File
}

export interface Waiting {
  written: Written
  files: readonly KeptFile[]
  /** In one's own name, or without login. */
  loggedIn: boolean
  /** When it was meant to be sent, ISO. */
  at: string
}

const put = (name: string, value: unknown) => keep(requestStore, name, value).catch(() => {})

export const findFiles = async (): Promise<readonly KeptFile[]> => (await findKept<readonly KeptFile[]>(requestStore, 'files')) ?? []
export const keepFiles = (files: readonly KeptFile[]): Promise<void> => put('files', files)

export const listWaiting = async (): Promise<readonly Waiting[]> => (await findKept<readonly Waiting[]>(requestStore, 'waiting')) ?? []
export const keepWaiting = (waiting: readonly Waiting[]): Promise<void> => put('waiting', waiting)
