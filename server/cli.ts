// The command line: `npm run -s tongban -- <command>`. Results go to standard output, progress and complaints to standard error.
import { Command } from 'commander'
import { StartRefusal } from './start-refusal.ts'

type Run = () => Promise<number>

/** Runs a command; a refusal is one sentence and exit code 1, never a stack. */
const running = async (work: Run): Promise<void> => {
  try {
    process.exitCode = await work()
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error
    process.stderr.write(`✗ ${error.message}\n`)
    process.exitCode = 1
  }
}

const program = new Command('tongban')
  .description('通办：一件事一次办。 / Tongban: one matter, done once.')
  .showHelpAfterError('(--help 查看用法 / shows how)')

program
  .command('serve')
  .description('启动门户、工作台与接口 / start portal, workbench and API (what npm start does)')
  .option('--json', '就绪后在标准输出打印一行地址 / print one line with the addresses when ready')
  .action(({ json = false }: { json?: boolean }) => running(async () => (await import('./commands/serve.ts')).serve({ json })))

program
  .command('import')
  .description('导入外部事项目录 / import a catalogue of services')
  .argument('<format>', 'gdzwfw（广东政务服务网 JSON Lines）')
  .argument('<file>', '文件 / file')
  .option('--json', '打印报告 / print the report as JSON')
  .action((format: string, file: string, { json = false }: { json?: boolean }) => running(async () => (await import('./commands/import.ts')).importServicesFrom(format, file, { json })))

program
  .command('plan')
  .description('计算一件事的办事方案 / compute the plan of a matter')
  .argument('<matter>', '如 newborn / e.g. newborn')
  .option('--region <code>', '行政区划代码 / GB/T 2260 code')
  .option('--answers <json>', '情形与已知内容 / answers by concept id', '{}')
  .option('--without <services>', '不办的可选事项，逗号分隔 / optional services left out')
  .option('--json', '打印完整方案 / print the whole plan as JSON')
  .action((matter: string, options: { region?: string; answers: string; without?: string; json?: boolean }) => running(async () => (await import('./commands/plan.ts')).planMatter(matter, options)))

program
  .command('demo')
  .description('在运行中的系统上走完一件事 / walk a matter through the running product, over HTTP')
  .argument('<matter>', '如 newborn / e.g. newborn')
  .option('--url <address>', '系统地址；省略时临时启动一套 / address of a running Tongban; omitted: starts one for the walk')
  .option('--applicant <login>', '演示居民 / demo resident')
  .option('--json', '打印结果 / print the outcome as JSON')
  .action((matter: string, options: { url?: string; applicant?: string; json?: boolean }) => running(async () => (await import('./commands/demo.ts')).demo(matter, options)))

const audit = program.command('audit').description('审计 / audit trail')
audit
  .command('verify')
  .description('核对审计链是否完整 / verify that no entry was altered, removed or moved')
  .option('--head <hash>', '另处保存的末值，应仍在链上 / a head kept elsewhere, which must still be in the chain')
  .option('--json', '打印结果 / print the verdict as JSON')
  .action(({ json = false, ...kept }: { json?: boolean; head?: string }) => running(async () => (await import('./commands/audit-verify.ts')).auditVerify({ json, ...kept })))

const pack = program.command('pack').description('业务包 / packs')
pack
  .command('check')
  .description('检查业务包并运行其测试 / check packs and run their tests')
  .argument('[folder]', '默认 ./packs / default ./packs')
  .option('--json', '打印发现的问题 / print the findings as JSON')
  .action((folder: string | undefined, { json = false }: { json?: boolean }) => running(async () => (await import('./commands/pack-check.ts')).packCheck(folder, { json })))

await program.parseAsync()
