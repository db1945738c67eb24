// What somebody is writing, kept on this device until it is handed in: it survives logging in, a reload and a lost connection.
// Pure but for the storage it is given.

export interface Written {
  /** Chosen once, so that handing in twice is one hard case. */
  id: string
  account: string
  wish: string
  region: string
  phone: string
}

const key = 'tongban.hard-case'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export const freshlyWritten = (id: string, region: string, account = ''): Written => ({ id, account, wish: '', region, phone: '' })

/** What was kept; undefined when there is nothing, or it cannot be read. */
export function readWritten(storage: Pick<Storage, 'getItem'>): Written | undefined {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? 'null')
    if (!isRecord(value) || typeof value['id'] !== 'string' || !/^[0-9a-f-]{36}$/.test(value['id'])) return undefined
    return { id: value['id'], account: textOf(value['account']), wish: textOf(value['wish']), region: textOf(value['region']), phone: textOf(value['phone']) }
  } catch {
    return undefined
  }
}

export function keepWritten(storage: Pick<Storage, 'setItem' | 'removeItem'>, written: Written | undefined): void {
  try {
    if (written) storage.setItem(key, JSON.stringify(written))
    else storage.removeItem(key)
  } catch {
    // A full or closed storage: the page keeps it as long as it is open.
  }
}
