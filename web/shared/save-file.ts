// Gives the browser a file to keep, made on this side; a table as a spreadsheet, whose writer is loaded when the first one is wanted.
// The file's address is good for this one download.

export function saveFile(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  URL.revokeObjectURL(address)
}

/** The first row is the heading. @param name of the file, without its ending */
export async function saveTable(name: string, rows: readonly (readonly (string | number)[])[]): Promise<void> {
  const { sheetType, toSheet } = await import('../../server/kernel/sheet.ts')
  saveFile(`${name}.xlsx`, toSheet(name, rows), sheetType)
}
