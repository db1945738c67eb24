// The text of a guide as paragraphs and lists: blank lines separate, '- ' begins an entry of a list.
// Pure. Nothing else is understood, so nothing in a text can become markup.

export type GuideBlock = { kind: 'paragraph'; text: string } | { kind: 'list'; items: string[] }

/** '先预约。\n\n- 带身份证\n- 带户口簿' → a paragraph and a list of two. */
export function guideBlocks(text: string): GuideBlock[] {
  const blocks: GuideBlock[] = []
  let fresh = true
  for (const line of text.split('\n').map((each) => each.trim())) {
    const last = blocks.at(-1)
    const entry = /^-\s+(.*)$/.exec(line)?.[1]
    if (line === '') fresh = true
    else if (entry !== undefined) {
      if (last?.kind === 'list' && !fresh) last.items.push(entry)
      else blocks.push({ kind: 'list', items: [entry] })
      fresh = false
    } else {
      if (last?.kind === 'paragraph' && !fresh) last.text += `\n${line}`
      else blocks.push({ kind: 'paragraph', text: line })
      fresh = false
    }
  }
  return blocks
}
