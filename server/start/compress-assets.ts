// Compresses the built files of the web apps, once, as well as it can be done: beside each text file its .br and .gz.
// The server sends whichever the browser reads (web.ts).
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

const leastBytes = 512
const withBrotli = promisify(brotliCompress)
const withGzip = promisify(gzip)

/** All scripts, styles and drawings of a folder. */
export const compressAssets = async (folder: string): Promise<void> => {
  const names = (await readdir(folder)).filter((name) => /\.(js|css|svg)$/.test(name))
  await Promise.all(
    names.map(async (name) => {
      const content = await readFile(join(folder, name))
      if (content.length < leastBytes) return
      const [brotli, zipped] = await Promise.all([withBrotli(content), withGzip(content, { level: 9 })])
      await Promise.all([writeFile(join(folder, `${name}.br`), brotli), writeFile(join(folder, `${name}.gz`), zipped)])
    }),
  )
}
