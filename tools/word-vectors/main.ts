// `node tools/word-vectors/main.ts --endpoint http://127.0.0.1:8000`: makes the word vectors of the search anew, from a small model of sentences that
// answers at an OpenAI-compatible address, and from what the packs say but for questions search is counted with. The same embeddings give the same file to the byte.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { Command, InvalidArgumentError } from 'commander'
import { amongAsked } from '../../eval/search/asked.ts'
import { encodeVectors, inMandarin, normalise } from '../../server/modules/search/index.ts'
import { embeddingsOf, NoEmbeddings } from './embeddings.ts'
import { makeVectors } from './making.ts'
import { packTexts } from './pack-texts.ts'
import { chooseWords, readDictionary } from './vocabulary.ts'

type Options = { endpoint: string; model: string; origin: string; licence: string; kept: string; out: string; words: number; size: number; stiffness: number; same: number }

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const positive = (text: string): number => {
  const value = Number(text)
  if (!(value > 0)) throw new InvalidArgumentError('要大于零 / must be more than zero')
  return value
}

const make = async ({ endpoint, model, origin, licence, kept, out, words: most, size, stiffness, same }: Options): Promise<string> => {
  const texts = packTexts(at('../../packs'), amongAsked())
  const jieba = Jieba.withDict(dict)
  const said = texts.flatMap(({ text }) => normalise(text).split(' ').flatMap((run) => (/^\p{Script=Han}/u.test(run) ? jieba.cut(run, false) : [run])))
  const words = chooseWords(readDictionary(Buffer.from(dict).toString()), said, most)
  const asked = [...new Set([...words.map(({ word }) => word), ...texts.map(({ text }) => text)])]
  const embeddings = await embeddingsOf({ endpoint, model }, asked, kept, (done, of) => process.stderr.write(`\r${done}/${of}${done === of ? '\n' : ''}`))
  const of = (text: string): Float32Array => {
    const embedding = embeddings.get(text)
    if (embedding === undefined) throw new NoEmbeddings(`There is no embedding of "${text}" in ${kept}.`)
    return embedding
  }
  const places = new Map(texts.map(({ text }, place) => [text, place]))
  const table = makeVectors(
    words.map((word) => ({ ...word, embedding: of(word.word) })),
    texts.map(({ text, same: alike }) => ({ text: inMandarin(normalise(text)), embedding: of(text), same: alike.flatMap((other) => places.get(other) ?? []) })),
    { size, stiffness, sameCounts: same },
  )
  const file = encodeVectors(table, { model: origin, licence, texts: texts.length })
  writeFileSync(out, file)
  return `${out}: ${words.length} words, ${texts.length} texts, ${(file.byteLength / 1e6).toFixed(1)} MB`
}

const program = new Command('word-vectors')
  .description('重做搜索用的词向量：向一个兼容 OpenAI 的接口要词和业务包文字的向量，压成一个文件。 / Makes the word vectors of the search from an OpenAI-compatible endpoint of embeddings.')
  .option('--endpoint <url>', '接口地址，/v1/embeddings 以前的部分 / address before /v1/embeddings', 'http://127.0.0.1:8000')
  .option('--model <name>', '请求里的模型名 / model named in requests', 'multilingual-e5-small query')
  .option('--origin <text>', '写进文件的模型出处 / where the model comes from, written into the file', 'intfloat/multilingual-e5-small')
  .option('--licence <text>', '模型的许可 / licence of the model', 'MIT')
  .option('--kept <file>', '已经要到的同一模型的向量，中断后接着用 / embeddings the same model has answered, for going on after a break', at('../../data/word-embeddings.txt'))
  .option('--words <n>', '通用词典取多少个最常用的词 / most usual words of the dictionary', positive, 34_000)
  .option('--size <n>', '每个词几个数 / numbers a word', positive, 128)
  .option('--stiffness <n>', '词守着自己原来意思的力度 / how strongly words keep to their own embedding', positive, 0.3)
  .option('--same <n>', '意思一样的说法算多少 / what texts that mean the same count', positive, 2)
  .option('--out <file>', '写到哪里 / file to write', at('../../server/modules/search/word-vectors.bin'))
  .showHelpAfterError('(--help)')
  .action(async (options: Options) => {
    try {
      process.stdout.write(`${await make(options)}\n`)
    } catch (error) {
      if (!(error instanceof NoEmbeddings)) throw error
      program.error(error.message)
    }
  })

await program.parseAsync()
