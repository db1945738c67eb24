// The cashier of the platform: what is paid to whom, and three ways it may go. Plain forms, no script; every word of an order is escaped.
import type { Order } from './book.ts'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const yuan = (fen: number): string => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

const style = `
  :root { color-scheme: light dark; --ink: #1a1f2b; --paper: #fff; --ground: #f5f6f8; --line: #dde1e8; --main: #0b57c2; --on: #fff; --soft: #4a5263 }
  @media (prefers-color-scheme: dark) { :root { --ink: #eef1f6; --paper: #1b212c; --ground: #12161e; --line: #39414f; --main: #8ab4ff; --on: #10151d; --soft: #b7bfcc } }
  * { box-sizing: border-box } body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.7 system-ui, "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", sans-serif }
  main { max-width: 460px; margin: 0 auto; padding: 24px 16px 48px } section { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 20px }
  h1 { font-size: 18px; margin: 0 0 12px } .sum { font-size: 36px; font-weight: 600; margin: 8px 0 16px; font-variant-numeric: tabular-nums } dl { margin: 0 0 20px } dl div { display: flex; justify-content: space-between; gap: 16px; border-top: 1px solid var(--line); padding: 10px 0 }
  dt small { display: block; color: var(--soft) } dd { margin: 0; white-space: nowrap; font-variant-numeric: tabular-nums } form { margin: 0 0 12px }
  button { width: 100%; min-height: 48px; font: inherit; border-radius: 6px; border: 1px solid var(--main); background: transparent; color: var(--main); cursor: pointer } button.main { background: var(--main); color: var(--on); font-weight: 600 }
  button:focus-visible, a:focus-visible { outline: 3px solid var(--main); outline-offset: 2px } p { color: var(--soft); margin: 16px 0 0 } a { color: var(--main) }`

const page = (title: string, content: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style></head>
<body><main><section><h1>${title}</h1>${content}</section></main></body></html>`

/** @param base where the cashier is reached, such as /cashier */
export const cashierPage = (order: Order, base: string): string => {
  const act = (name: string, label: string, main = false) => `<form method="post" action="${base}/${order.token}/${name}"><button type="submit"${main ? ' class="main"' : ''}>${label}</button></form>`
  const items = order.items.map(({ name, payee, fen, reference }) => `<div><dt>${escaped(name)}<small>${escaped(payee)} · ${escaped(reference)}</small></dt><dd>${yuan(fen)} 元</dd></div>`).join('')
  const back = `<p><a href="${escaped(order.returnUrl)}">返回办事页面</a></p>`
  if (order.state !== 'open') return page('示例支付平台', `<div class="sum">¥ ${yuan(order.fen)}</div><dl>${items}</dl><p>${order.state === 'paid' ? '这笔已经付过了，不用再付。' : '这笔订单已经关闭，不能再付。'}</p>${back}`)
  return page('示例支付平台', `<div class="sum">¥ ${yuan(order.fen)}</div><dl>${items}</dl>${act('pay', '确认支付', true)}${act('fail', '试一下余额不足')}${act('cancel', '不付了，返回')}<p>演示用，不会真的扣款。</p>`)
}
