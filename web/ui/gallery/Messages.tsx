// Gallery: notices and the states of a page that has nothing to show.
// Each tone once, compact ones as a list of findings.
import { Button } from '../Button.tsx'
import { Notice } from '../Notice.tsx'
import { EmptyState, ErrorState, Loading, NoPermission } from '../States.tsx'
import { Card } from '../Card.tsx'

export function Messages() {
  return (
    <section className="tb-stack" aria-label="提示">
      <h2>提示</h2>
      <Notice title="人口库暂时查不到">请先自己填写，查到以后会帮您核对，不用重来。</Notice>
      <Notice tone="success" title="已经提交">五个部门同时开始办，最晚 11月27日（周五）全部办完。</Notice>
      <Notice tone="warning" title="登录还有 2 分钟到期" actions={<Button variant="ghost">继续使用</Button>}>填过的内容都已保存。</Notice>
      <Notice tone="danger" title="没有提交成功">网络断开了，内容还在这台设备上。</Notice>
      <Notice tone="attention" title="需要您补一张照片" actions={<Button>去补</Button>}>请在 11月25日前补上，期间不计入办理时间。</Notice>
      <Notice tone="neutral">本页内容 2026年11月更新。</Notice>
      <div className="tb-stack">
        <Notice compact tone="success">父母一方为本市户籍 <span className="tb-muted">人口库 11-19 09:12 · 户口登记条例第七条</span></Notice>
        <Notice compact tone="warning">婚姻登记日期晚于出生日期，需人工核对</Notice>
      </div>
      <Card><EmptyState title="没有消息">办件有进展时，这里会告诉您。</EmptyState></Card>
      <Card><ErrorState onRetry={() => {}} logId="0198-7f3a" /></Card>
      <Card><NoPermission /></Card>
      <Card><Loading /></Card>
    </section>
  )
}
