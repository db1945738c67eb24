// Phones that may show without network, by person. A phone counts until its holder ends it.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import type { DeviceKey, WalletDevice } from './device.ts'

type Row = { id: string; person_id: string; name: string; public_jwk: DeviceKey; registered_at: Date; ended_at: Date | null }

const toDevice = (row: Row): WalletDevice => ({ id: row.id, personId: row.person_id, name: row.name, publicJwk: row.public_jwk, registeredAt: row.registered_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null })

export const insertDevice = async (tx: Tx, device: WalletDevice): Promise<void> => {
  await tx`insert into wallet_devices (id, person_id, name, public_jwk, registered_at) values (${device.id}, ${device.personId}, ${device.name}, ${json(device.publicJwk)}, ${device.registeredAt})`
}

export const findDevice = async (read: Read, id: string, personId: string): Promise<WalletDevice | undefined> => {
  const [row] = await read<Row[]>`select * from wallet_devices where id = ${id} and person_id = ${personId}`
  return row && toDevice(row)
}

/** The phone with this key, if it is this person's. @param x of the public key */
export const findDeviceByKey = async (read: Read, personId: string, x: string): Promise<WalletDevice | undefined> => {
  const [row] = await read<Row[]>`select * from wallet_devices where person_id = ${personId} and public_jwk ->> 'x' = ${x}`
  return row && toDevice(row)
}

/** In use, the newest first. */
export const listDevices = async (read: Read, personId: string, most: number): Promise<WalletDevice[]> =>
  (await read<Row[]>`select * from wallet_devices where person_id = ${personId} and ended_at is null order by registered_at desc limit ${most}`).map(toDevice)

/** False when it had ended before, or is not theirs. */
export const updateDeviceEnded = async (tx: Tx, id: string, personId: string, at: Date): Promise<boolean> =>
  (await tx`update wallet_devices set ended_at = ${at} where id = ${id} and person_id = ${personId} and ended_at is null returning 1`).length > 0
