// A small store on this device that also holds keys a page can use but never read: one name, one value.
// Every call opens it anew, so that nothing keeps it from being deleted. A browser that forbids storage keeps nothing: reads answer undefined.

const table = 'kept'

const open = (store: string) =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(store, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(table)
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error ?? new Error('storage is forbidden'))
  })

const using = async <T>(store: string, mode: IDBTransactionMode, work: (objects: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
  const database = await open(store)
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(table, mode)
      const asked = work(transaction.objectStore(table))
      transaction.oncomplete = () => resolve(asked.result)
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error('not kept'))
    })
  } finally {
    database.close()
  }
}

/** What was kept under this name; `T` is what this version of the page put there. */
export const findKept = async <T>(store: string, name: string): Promise<T | undefined> => using<T | undefined>(store, 'readonly', (objects) => objects.get(name)).catch(() => undefined)

export const keep = async (store: string, name: string, value: unknown): Promise<void> => {
  await using(store, 'readwrite', (objects) => objects.put(value, name))
}
