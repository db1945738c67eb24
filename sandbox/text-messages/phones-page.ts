// The phones of the sandbox as a page: what was sent to which number, with addresses to tap and an answer to send. No script; every word is escaped.
import type { Message } from './phones.ts'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const linked = (text: string): string => escaped(text).replaceAll(/https?:\/\/[\w.:[\]-]+\/s\/\w+/g, (address) => `<a href="${address}">${address}</a>`)
const inChina = (iso: string): string => new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

const style = `
  :root { color-scheme: light dark; --ink: #1a1f2b; --paper: #fff; --ground: #f5f6f8; --line: #dde1e8; --main: #0b57c2; --soft: #4a5263 }
  @media (prefers-color-scheme: dark) { :root { --ink: #eef1f6; --paper: #1b212c; --ground: #12161e; --line: #39414f; --main: #8ab4ff; --soft: #b7bfcc } }
  * { box-sizing: border-box } body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.7 system-ui, "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", sans-serif }
  main { max-width: 560px; margin: 0 auto; padding: 24px 16px 48px } h1 { font-size: 20px } h2 { font-size: 17px; margin: 28px 0 8px; font-variant-numeric: tabular-nums }
  article { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 12px 16px; margin: 8px 0; overflow-wrap: anywhere } article p { margin: 0 } small, .soft { color: var(--soft) } a { color: var(--main) }
  form { display: flex; gap: 8px; margin: 8px 0 } input { flex: 1; min-height: 44px; font: inherit; padding: 0 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--paper); color: inherit }
  button { min-height: 44px; padding: 0 16px; font: inherit; border-radius: 6px; border: 1px solid var(--main); background: transparent; color: var(--main) } :focus-visible { outline: 3px solid var(--main); outline-offset: 2px }`

const states = { 1: '等待回执', 2: '没有送达', 3: '已送达' } as const

const phone = (number: string, messages: readonly Message[]): string => `<section><h2>${escaped(number)}</h2>${messages
  .map(({ content, sentAt, status }) => `<article><p>${linked(content)}</p><small>${inChina(sentAt)} · ${states[status]}</small></article>`).join('')}
<form method="post" action="/answers"><input type="hidden" name="phone" value="${escaped(number)}"><input name="content" aria-label="回复" placeholder="回复，比如 T" required maxlength="200"><button type="submit">回复</button></form></section>`

/** @param messages the newest first */
export const phonesPage = (messages: readonly Message[]): string => {
  const numbers = [...new Set(messages.map((each) => each.phone))]
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>演示手机</title><style>${style}</style></head>
<body><main><h1>演示手机</h1><p class="soft">沙箱里的短信都到这里，没有真的发出去。回复 T 就不再收到。</p>${numbers.length === 0 ? '<p>还没有短信。</p>' : numbers.map((number) => phone(number, messages.filter((each) => each.phone === number))).join('')}</main></body></html>`
}
