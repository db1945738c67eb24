// Storing photos taken at a visit. They are only added, until the part they belong to is signed.
import type { Read, Tx } from '../../kernel/db.ts'

export type Photo = { id: string; visitId: string; caseId: string; personId: string; region: string; item: string; digest: string; name: string; size: number; type: string; addedBy: string; addedAt: string }

type Row = { id: string; visit_id: string; case_id: string; person_id: string; region: string; item: string; digest: string; name: string; size: number; type: string; added_by: string; added_at: Date }

const toPhoto = (row: Row): Photo => ({
  id: row.id, visitId: row.visit_id, caseId: row.case_id, personId: row.person_id, region: row.region, item: row.item, digest: row.digest, name: row.name, size: row.size, type: row.type, addedBy: row.added_by, addedAt: row.added_at.toISOString(),
})

export const insertPhoto = async (tx: Tx, photo: Photo): Promise<void> => {
  await tx`
    insert into site_visit_photos (id, visit_id, case_id, person_id, region, item, digest, name, size, type, added_by, added_at)
    values (${photo.id}, ${photo.visitId}, ${photo.caseId}, ${photo.personId}, ${photo.region}, ${photo.item}, ${photo.digest}, ${photo.name}, ${photo.size}, ${photo.type}, ${photo.addedBy}, ${photo.addedAt})`
}

/** In the order they were taken. */
export const listPhotos = async (read: Read, visitIds: readonly string[]): Promise<Photo[]> =>
  visitIds.length === 0 ? [] : (await read<Row[]>`select * from site_visit_photos where visit_id = any(${[...visitIds]}::uuid[]) order by added_at, id`).map(toPhoto)

/** The photo was taken away; undefined when there is none of that authority. */
export const deletePhoto = async (tx: Tx, visitId: string, caseId: string, id: string): Promise<Photo | undefined> => {
  const [row] = await tx<Row[]>`delete from site_visit_photos where id = ${id} and visit_id = ${visitId} and case_id = ${caseId} returning *`
  return row && toPhoto(row)
}
