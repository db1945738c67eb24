// The PDF of a notice, read back with another program: same words, fonts inside, the same bytes again, as many pages as it needs.
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { noticePdf } from './notice-pdf.ts'
import { inventNotice } from './testing.ts'

const address = 'https://tongban.example'
const number = '990101不许〔2026〕1号'

const open = (bytes: Buffer) => getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, disableFontFace: true }).promise

/** Without blanks: how wide they are is a matter of layout. */
const textOf = async (bytes: Buffer): Promise<string> => {
  const document = await open(bytes)
  const pages = await Promise.all(Array.from({ length: document.numPages }, async (_, index) => (await (await document.getPage(index + 1)).getTextContent()).items))
  return pages.flat().map((item) => ('str' in item ? item.str : '')).join('').replaceAll(/\s/g, '')
}

describe('the document', () => {
  it('says exactly the words of the notice, to be selected and searched', async () => {
    const notice = inventNotice({ number })
    const text = await textOf(await noticePdf(notice, address))
    for (const words of ['不予许可决定书', `编号：${number}`, '示例：', ...notice.words.paragraphs, '依据：《观星管理办法》第三条', '东山区观星局', '2026年3月2日', `验证码${notice.code}`]) expect(text).toContain(words)
  })

  it('writes rare characters, Latin letters and digits, and a box for what no font has', async () => {
    const { words } = inventNotice({ number })
    const text = await textOf(await noticePdf(inventNotice({ number, words: { ...words, paragraphs: ['龘靐 喆堃 Chan Tai-man 0042，“引号”—— 笑脸😀。'] } }), address))
    expect(text).toContain('龘靐喆堃ChanTai-man0042，“引号”——笑脸□。')
  })

  it('carries every font it uses, so that it opens where no Chinese font is installed', async () => {
    const bytes = await noticePdf(inventNotice({ number }), address)
    const page = await (await open(bytes)).getPage(1)
    const operators = await page.getOperatorList()
    const used = new Set(operators.fnArray.flatMap((operator, index) => (operator === OPS.setFont ? [String(operators.argsArray[index][0])] : [])))
    expect(used.size).toBeGreaterThan(0)
    const fonts = [...used].map((name) => page.commonObjs.get(name) as { missingFile?: boolean })
    expect(fonts.map(({ missingFile = false }) => missingFile)).toEqual(fonts.map(() => false))
    const objects = bytes.toString('latin1')
    const count = (what: RegExp) => [...objects.matchAll(what)].length
    expect(count(/\/FontFile2 /g)).toBe(count(/\/Type \/FontDescriptor/g))
    expect(count(/\+NotoSansSC-/g)).toBeGreaterThan(0)
    expect(count(/\/Subtype \/Type1/g)).toBe(0)
  })

  it('is the same byte for byte when it is made again', async () => {
    const notice = inventNotice({ number })
    expect((await noticePdf(notice, address)).equals(await noticePdf(notice, address))).toBe(true)
  })

  it('has a title, a language and a structure for screen readers', async () => {
    const document = await open(await noticePdf(inventNotice({ number }), address))
    const { info } = await document.getMetadata()
    expect(info).toMatchObject({ Title: `不予许可决定书 ${number}`, Language: 'zh-CN' })
    const tree = JSON.stringify(await (await document.getPage(1)).getStructTree())
    expect(tree).toContain('"H1"')
    expect(tree).toContain('"P"')
  })

  it('says that it is PDF/A-2a and PDF/UA-1 in metadata that can be read, whatever the authority is called', async () => {
    const { words } = inventNotice({ number })
    const text = (await noticePdf(inventNotice({ number, words: { ...words, authority: '甲 & 乙 <局>' } }), address)).toString('utf8')
    const metadata = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(text)?.[0] ?? ''
    expect(metadata.replaceAll(/&(?:amp|lt|gt|quot|apos);/g, '')).not.toContain('&')
    const unclosed: string[] = []
    for (const [, closing, name = '', alone] of metadata.matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)) {
      if (closing) expect(unclosed.pop()).toBe(name)
      else if (!alone) unclosed.push(name)
    }
    expect(unclosed).toEqual([])
    for (const said of ['<pdfaid:part>2</pdfaid:part>', '<pdfaid:conformance>A</pdfaid:conformance>', '<pdfuaid:part>1</pdfuaid:part>', '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>', '甲 ＆ 乙 ＜局>']) expect(metadata).toContain(said)
  })

  it('has what both standards ask for: one way to see colours, marked content throughout, nothing that runs or is locked', async () => {
    const bytes = await noticePdf(inventNotice({ number }), address)
    const objects = bytes.toString('latin1')
    expect([...objects.matchAll(/\/S \/GTS_PDFA1/g)]).toHaveLength(1)
    for (const part of [/\/OutputIntents \[\d+ 0 R\]/, /\/DestOutputProfile \d+ 0 R/, /\/Marked true/, /\/Lang \(zh-CN\)/, /\/DisplayDocTitle true/, /\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/, /\/Alt /]) expect(objects).toMatch(part)
    expect(objects).not.toMatch(/\/(Encrypt|JavaScript|OpenAction|AA|Launch|EmbeddedFiles?|SMask|LZWDecode)\b/)
    expect([...objects.matchAll(/\/Subtype \/Type0/g)].length).toBe([...objects.matchAll(/\/ToUnicode \d+ 0 R/g)].length)
    const { fnArray } = await (await (await open(bytes)).getPage(1)).getOperatorList()
    let depth = 0
    const loose = fnArray.filter((operator) => {
      if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) depth += 1
      if (operator === OPS.endMarkedContent) depth -= 1
      return depth === 0 && (operator === OPS.showText || operator === OPS.constructPath)
    })
    expect([loose, depth]).toEqual([[], 0])
  })

  it('goes on to further pages when there is much to say, each with its number', async () => {
    const { words } = inventNotice({ number })
    const bytes = await noticePdf(inventNotice({ number, words: { ...words, paragraphs: Array.from({ length: 40 }, (_, index) => `第${index + 1}项需要补正的内容，请在提交前逐字核对，与证件上写的完全一致，不要缩写，也不要漏页。`) } }), address)
    expect((await open(bytes)).numPages).toBe(4)
    expect(await textOf(bytes)).toContain('第4页共4页')
  })
})
