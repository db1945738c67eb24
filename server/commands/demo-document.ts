// A document as a person would scan it, for the demo and the journeys: one page that says what it is and that it is a sample.
// Pure; a real PDF of a few hundred bytes, whose cross-reference table is right.

const page = (title: string): string => {
  const words = `BT /F1 20 Tf 60 760 Td (SAMPLE DOCUMENT) Tj 0 -32 Td /F1 12 Tf (${title.replaceAll(/[^\w .-]/g, ' ')}) Tj ET`
  return `<</Length ${words.length}>>stream\n${words}\nendstream`
}

/** A photo of one white dot: a real PNG. */
export const samplePhoto = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC', 'base64')

/** @param title in ASCII; other characters become spaces */
export const sampleDocument = (title: string): string => {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>',
    page(title),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj${object}endobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`
}
