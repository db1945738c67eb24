// Two roles for one database: the owner migrates, the product works as another that the grants bind.
// Where only one is configured it does both, and the start says what that costs.
import { createHmac } from 'node:crypto'
import { hasBoundRole, updateGrants, upsertAppRole } from './app-role-store.ts'
import { openDatabase, type Tx } from './db.ts'

/** Role of the product in the embedded database. */
export const embeddedRole = 'tongban_app'

const asOwner = async <T>(ownerUrl: string, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const owner = openDatabase({ url: ownerUrl, connections: 1 })
  try {
    return await owner.transaction(work)
  } finally {
    await owner.close()
  }
}

/** The address of the product's role in the embedded database, which is made when it is missing. Its password follows from the owner's, so nothing more must be kept. */
export const prepareEmbeddedRole = async (ownerUrl: string): Promise<string> => {
  const address = new URL(ownerUrl)
  const password = createHmac('sha256', decodeURIComponent(address.password)).update(embeddedRole).digest('base64url')
  await asOwner(ownerUrl, async (tx) => {
    await upsertAppRole(tx, embeddedRole, password)
    await updateGrants(tx, embeddedRole)
  })
  address.username = embeddedRole
  address.password = password
  return address.href
}

/** Grants the role of `url` what the product does. False when nothing binds it: it owns the tables, or is a superuser, or is not there. */
export const grantTo = (ownerUrl: string, url: string): Promise<boolean> => {
  const role = decodeURIComponent(new URL(url).username)
  return asOwner(ownerUrl, async (tx) => {
    if (!(await hasBoundRole(tx, role))) return false
    await updateGrants(tx, role)
    return true
  })
}
