// The page of the demo identity provider: choose an invented person, one tap, no script. Chinese with a line of English.
import type { Audience } from './identity.ts'
import type { DemoAccount, DemoGroup } from './demo-people.ts'
import { escapeHtml, renderPage, type PageParts } from './page.ts'

const styles = `
@layer app {
  .notice { padding: var(--space-3) var(--space-4); margin-block: var(--space-4) var(--space-6); background: var(--warning-tint); color: var(--warning); border-radius: var(--radius); }
  .notice p { color: inherit; }
  .jump { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-4); }
  .jump a { display: inline-flex; align-items: center; min-block-size: var(--target); }
  section { margin-block-start: var(--space-8); }
  section > h2 { margin-block-end: var(--space-3); }
  .group { margin-block-end: var(--space-5); }
  .group > h3 { font-size: var(--text-m); color: var(--ink-2); margin-block-end: var(--space-2); }
  .people { display: grid; gap: var(--space-2); grid-template-columns: repeat(auto-fill, minmax(min(var(--aside), 100%), 1fr)); list-style: none; margin: 0; padding: 0; }
  .people button { inline-size: 100%; block-size: 100%; min-block-size: var(--target); display: grid; gap: var(--space-1); text-align: start; padding: var(--space-3) var(--space-4); cursor: pointer;
    background: var(--paper); border: var(--hairline) solid var(--edge); border-radius: var(--radius); }
  .people button:hover { background: var(--azure-tint); border-color: var(--azure); }
  .people b { font-size: var(--text-l); color: var(--azure); }
  .people button span { font-size: var(--text-s); color: var(--ink-2); }
}`

const button = ({ subject, name, about }: DemoAccount, hinted: string): string =>
  `<li><button type="submit" name="subject" value="${escapeHtml(subject)}"${subject === hinted ? ' autofocus' : ''}><b>${escapeHtml(name)}</b><span>${escapeHtml(about)}</span></button></li>`

const group = ({ title, accounts }: DemoGroup, hinted: string): string =>
  accounts.length === 0 ? '' : `<div class="group"><h3>${escapeHtml(title)}</h3><ul class="people">${accounts.map((account) => button(account, hinted)).join('')}</ul></div>`

const sections = [
  { kind: 'family', id: 'residents', zh: '居民', en: 'Residents' },
  { kind: 'company', id: 'companies', zh: '企业代办人', en: 'Company agents' },
  { kind: 'staff', id: 'staff', zh: '工作人员', en: 'Staff' },
] as const satisfies readonly { kind: DemoGroup['kind']; id: string; zh: string; en: string }[]

/** The whole page; who logs in at the workbench sees staff only, everybody else sees all. */
export const renderDemoLoginPage = (parts: PageParts, groups: readonly DemoGroup[], options: { action: string; audience: Audience; hinted: string }): string => {
  const shown = sections.filter(({ kind }) => options.audience === 'person' || kind === 'staff')
  return renderPage(parts, {
    title: '选择一位演示人物',
    styles,
    body: `<h1>选择一位演示人物 <span lang="en">Choose a demonstration person</span></h1>
<div class="notice" role="note"><p>这里的人全部是虚构的，证件号码、电话和住址都不属于任何人。点一下姓名就以此人登录，不需要密码。</p>
<p lang="en">Everybody here is invented; no number, phone or address belongs to anyone. Tap a name to log in as that person, without a password.</p></div>
${shown.length > 1 ? `<nav class="jump" aria-label="人物分类">${shown.map(({ id, zh, en }) => `<a href="#${id}">${zh} ${en}</a>`).join('')}</nav>` : ''}
<form method="post" action="${escapeHtml(options.action)}">
${shown.map(({ kind, id, zh, en }) => `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${zh} <span lang="en">${en}</span></h2>${groups.filter((each) => each.kind === kind).map((each) => group(each, options.hinted)).join('')}</section>`).join('\n')}
</form>`,
  })
}
