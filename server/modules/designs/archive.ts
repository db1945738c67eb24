// Taking over a pack from an archive: the files that differ from what the design has become its changes, everything else stays.
// The archive holds the folder of the pack, or its files without the folder.
import { Refusal } from '../../kernel/errors.ts'
import { filesInForce } from './adopting.ts'
import { designLimits, isDesignFile, type Design } from './design.ts'
import { listDesignFiles } from './designs-store.ts'
import { filesWith, saveFiles, type FileChange } from './editing.ts'
import type { Scene } from './scene.ts'
import { filesInZip, ZipRefused } from '../../kernel/zip.ts'

const limits = { files: 2000, bytes: 20 * 1024 * 1024 }

/** Never changed here, and no mistake in an archive: who the pack is for, and what is written about it. */
const passedOver = /(^|\/)(pack\.yaml|regions\.yaml|README\.md|\.[^/]*)$/

const unzip = (archive: Buffer): ReadonlyMap<string, string> => {
  try {
    return filesInZip(archive, limits)
  } catch (error) {
    if (error instanceof ZipRefused) throw new Refusal(error.fault === 'tooLarge' || error.fault === 'tooMany' ? 'too_large' : 'invalid', { archive: error.fault, ...(error.entry === undefined ? {} : { file: error.entry }) })
    throw error
  }
}

/** @throws Refusal invalid with the name of a file that belongs in no pack; nothing is saved then */
export const importPack = async (scene: Scene, design: Design, archive: Buffer): Promise<Design> => {
  const { files } = filesInForce(scene.app)
  const present = filesWith(files, await listDesignFiles(scene.tx, design.id))
  const inRoot = files.has('pack.yaml')
  const given = [...unzip(archive)].filter(([path]) => !passedOver.test(path)).map(([path, content]): FileChange => ({ file: inRoot || path.startsWith(`${design.pack}/`) ? path : `${design.pack}/${path}`, content }))
  const stranger = given.find(({ file }) => !isDesignFile(design.pack, file, inRoot))
  if (stranger) throw new Refusal('invalid', { archive: 'strangeFile', file: stranger.file })
  const long = given.find(({ content }) => (content?.length ?? 0) > designLimits.characters)
  if (long) throw new Refusal('too_large', { file: long.file })
  return saveFiles(scene, design.id, design.revision, given.filter(({ file, content }) => present.get(file) !== content))
}
