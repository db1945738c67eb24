// Every reason a login can be refused, in words that say what to do next. Closed list; the page at /login/problem shows them.
import type { Texts } from '../../kernel/texts.ts'

export const loginProblems = {
  expired: { 'zh-CN': '登录等得太久，或者这个登录链接已经用过了。请重新登录。', en: 'This login took too long or its link was used before. Please log in again.' },
  mismatch: { 'zh-CN': '这次登录不是从这个浏览器开始的，为了您的安全没有继续。请重新登录。', en: 'This login was not started in this browser, so it was stopped for your safety. Please log in again.' },
  cancelled: { 'zh-CN': '您取消了登录，什么都没有改变。', en: 'You cancelled the login. Nothing has changed.' },
  unverified: { 'zh-CN': '统一身份认证的答复没有通过核对，为了您的安全没有继续。请重新登录；若仍不行，请联系服务台。', en: 'The identity provider’s answer could not be verified, so the login was stopped for your safety. Log in again, or contact the help desk.' },
  unavailable: { 'zh-CN': '统一身份认证暂时连不上。请过几分钟再试，已保存的内容不会丢。', en: 'The identity provider cannot be reached. Try again in a few minutes; what was saved is safe.' },
  incomplete: { 'zh-CN': '统一身份认证没有提供您的姓名。请先在统一身份认证里完成实名认证。', en: 'The identity provider did not give your name. Complete your real-name verification there first.' },
  id_number: { 'zh-CN': '统一身份认证提供的身份证号码不正确，不能登录。请到统一身份认证更正实名信息。', en: 'The ID number given by the identity provider is not valid. Have it corrected there, then log in.' },
  foreign_id: { 'zh-CN': '认证机构提供的证件号码不正确，不能登录。请到认证机构更正后再试。', en: 'The document number given by the identity provider is not valid. Have it corrected there, then log in.' },
  company: { 'zh-CN': '统一身份认证提供的企业信息不正确（统一社会信用代码有误），不能登录。请核对企业授权。', en: 'The company given by the identity provider has a wrong unified social credit code. Have the authorisation corrected, then log in.' },
  conflict: { 'zh-CN': '这个账号以前登记的是另一位居民的身份证号码，为保护双方的办件没有登录。请联系服务台核实。', en: 'This account was registered with another person’s ID number, so it was stopped to protect both. Please contact the help desk.' },
  not_staff: { 'zh-CN': '这个账号没有工作人员身份。办事请从首页登录；如需开通，请联系本单位管理员。', en: 'This account is not a staff account. To use services, log in from the home page; for access, ask your unit’s administrator.' },
  posting: { 'zh-CN': '这个账号的岗位信息不完整（单位、角色或地区有误），请联系本单位管理员。', en: 'The posting of this account is incomplete (unit, role or region). Ask your unit’s administrator.' },
} as const satisfies Record<string, Texts>

export type LoginProblem = keyof typeof loginProblems

export const isLoginProblem = (text: string): text is LoginProblem => Object.hasOwn(loginProblems, text)

/** Thrown while a login is being completed; the callback audits it and shows the page. `who` is the subject, where known. */
export class LoginRefusal extends Error {
  readonly problem: LoginProblem
  readonly who: string
  constructor(problem: LoginProblem, who = '', cause?: unknown) {
    super(problem, { cause })
    this.name = 'LoginRefusal'
    this.problem = problem
    this.who = who
  }
}
