// The command line: `npm run -s tongban -- <command>`. Results go to standard output, progress and complaints to standard error.
import { Command, Option } from 'commander'
import { sentenceOf } from './commands/sentence.ts'

type Run = () => Promise<number>

/** Runs a command; a refusal is one sentence and exit code 1, never a stack. */
const running = async (work: Run): Promise<void> => {
  try {
    process.exitCode = await work()
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence === undefined) throw error
    process.stderr.write(`✗ ${sentence}\n`)
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
  .option('--answers <values...>', '情形与已知内容，概念=值，或一个 JSON 对象 / answers as concept=value, or one JSON object')
  .option('--person <id>', '演示居民：用部门沙箱里他的记录 / demo resident: with their records in the sandbox')
  .option('--without <services>', '不办的可选事项，逗号分隔 / optional services left out')
  .option('--json', '打印完整方案 / print the whole plan as JSON')
  .action((matter: string, options: { region?: string; answers?: string[]; person?: string; without?: string; json?: boolean }) => running(async () => (await import('./commands/plan.ts')).planMatter(matter, options)))

program
  .command('burden')
  .description('每件事办前办后的负担与合计 / what every matter costs before and after, and all together')
  .option('--region <code>', '行政区划代码，统计全省 / GB/T 2260 code; its whole province is counted')
  .option('--json', '打印 JSON / print as JSON')
  .action((options: { region?: string; json?: boolean }) => running(async () => (await import('./commands/burden.ts')).burden(options)))

program
  .command('report')
  .description('报告 / reports')
  .command('no-certificate')
  .description('无证明：哪些材料不用带，按部门和事项统计 / documents nobody has to bring, by authority and service')
  .option('--region <code>', '行政区划代码，统计全省 / GB/T 2260 code; its whole province is counted')
  .option('--json', '打印 JSON / print as JSON')
  .action((options: { region?: string; json?: boolean }) => running(async () => (await import('./commands/report-no-certificate.ts')).reportNoCertificates(options)))

program
  .command('demo')
  .description('在运行中的系统上走完一件事，或一件诉求 / walk a matter, or a request, through the running product, over HTTP')
  .argument('<matter>', '如 newborn；request 是一件诉求 / e.g. newborn; request: a complaint until it is solved')
  .option('--url <address>', '系统地址；省略时临时启动一套 / address of a running Tongban; omitted: starts one for the walk')
  .option('--applicant <login>', '演示居民，用他家的示例；没有示例的会说明谁有 / demo resident, with the example of their family; where there is none, those who have one are named')
  .option('--json', '打印结果 / print the outcome as JSON')
  .addHelpText('after', `
在同一套系统上，同一位居民的同一件事只能办一次：再走时不会重办，打印的是上次的办件和结果，并标明 "reused": true；要重新走一遍，请换一位居民，或者省略 --url。
before 是分开办时各部门表单上的项数，与谁登录无关；after 是这位居民登录、同意查询以后还要填的。登录前的估算（网页、burden）after 会多一些，因为还不知道是谁。

On one product a resident's matter is done once: walked again, the cases and results of the first time are printed and said to be so ("reused": true). Name another resident, or omit --url, to walk it anew.
before counts the fields on the forms of separate applications, whoever is logged in; after what this resident is still asked, logged in and with look-ups agreed to. Before anybody logs in (web, burden) after is more, since nobody is known yet.`)
  .action((matter: string, options: { url?: string; applicant?: string; json?: boolean }) => running(async () => (matter === 'request' ? (await import('./commands/demo-request.ts')).demoRequest(options) : (await import('./commands/demo.ts')).demo(matter, options))))

const audit = program.command('audit').description('审计 / audit trail')
audit
  .command('verify')
  .description('核对审计链是否完整 / verify that no entry was altered, removed or moved')
  .option('--head <hash>', '另处保存的末值，应仍在链上 / a head kept elsewhere, which must still be in the chain')
  .option('--json', '打印结果 / print the verdict as JSON')
  .action(({ json = false, ...kept }: { json?: boolean; head?: string }) => running(async () => (await import('./commands/audit-verify.ts')).auditVerify({ json, ...kept })))

const staff = program.command('staff').description('工作人员 / officials')
staff
  .command('revoke')
  .description('立即收回一名工作人员的权限并结束其会话 / take an official’s access away at once')
  .argument('<login>', '统一身份认证中的 sub / the sub at the identity provider')
  .option('--json', '打印结果 / print the outcome as JSON')
  .action((login: string, { json = false }: { json?: boolean }) => running(async () => (await import('./commands/staff-revoke.ts')).staffRevoke(login, { json })))

program
  .command('backup')
  .description('备份数据库与文件，可在系统运行时进行 / back up database and documents, also while the product runs')
  .argument('<folder>', '新目录 / a new folder')
  .option('--json', '打印结果 / print the outcome as JSON')
  .action((folder: string, { json = false }: { json?: boolean }) => running(async () => (await import('./commands/backup.ts')).backup(folder, { json })))
program
  .command('restore')
  .description('把备份恢复到空的数据库 / restore a backup into an empty database')
  .argument('<folder>', '备份目录 / folder of the backup')
  .option('--json', '打印结果 / print the outcome as JSON')
  .action((folder: string, { json = false }: { json?: boolean }) => running(async () => (await import('./commands/backup.ts')).restore(folder, { json })))

const jobs = program.command('jobs').description('后台任务 / background jobs')
jobs
  .command('list', { isDefault: true })
  .description('列出反复失败后已放弃的任务 / list the jobs that kept failing and were given up')
  .option('--json', '打印数量和任务 / print counts and jobs as JSON')
  .action(({ json = false }: { json?: boolean }) => running(async () => (await import('./commands/jobs.ts')).listJobs({ json })))
jobs
  .command('retry')
  .description('让一个已放弃的任务重新开始 / try a given-up job again')
  .argument('<job>', '任务编号，见 jobs list / number of the job, from jobs list')
  .option('--json', '打印结果 / print the outcome as JSON')
  .action((job: string, { json = false }: { json?: boolean }) => running(async () => (await import('./commands/jobs.ts')).retryJob(job, { json })))

const keys = program.command('keys').description('加密密钥 / keys of encrypted rows')
keys
  .command('status', { isDefault: true })
  .description('各类密钥及其加密的行数 / the keys of each class and how many rows each seals')
  .option('--json', '打印结果 / print as JSON')
  .action(({ json = false }: { json?: boolean }) => running(async () => (await import('./commands/keys.ts')).showKeys({ json })))
keys
  .command('rotate')
  .description('更换密钥并把已有内容重新加密，可在系统运行时进行 / make new keys and encrypt rows anew, also while the product runs')
  .option('--class <class>', 'identity、content 或 history；默认全部 / one class only')
  .option('--json', '打印结果 / print the outcome as JSON')
  .action(({ json = false, class: of }: { json?: boolean; class?: string }) => running(async () => (await import('./commands/keys.ts')).rotateKeys(of, { json })))

const seals = program.command('seals').description('部门电子印章 / electronic seals of authorities')
seals
  .command('list', { isDefault: true })
  .description('列出电子印章和有效期 / list the seals and how long they hold')
  .option('--json', '打印 JSON / print as JSON')
  .action(({ json = false }: { json?: boolean }) => running(async () => (await import('./commands/seals.ts')).listSealsOnTerminal({ json })))
seals
  .command('request')
  .description('生成证书申请（PKCS #10），交给电子认证机构 / write a certificate request for a certification authority')
  .argument('<line>', '业务线，如 health / line of the authority')
  .argument('<region>', '行政区划代码 / GB/T 2260 code')
  .option('--new-key', '先换一把新密钥；新证书导入前不能盖章 / first make a new key; nothing is sealed until its certificate is here')
  .action((line: string, region: string, { newKey = false }: { newKey?: boolean }) => running(async () => (await import('./commands/seals.ts')).requestSealOnTerminal(line, region, { newKey })))
seals
  .command('import')
  .description('导入认证机构签发的证书（PEM，后面接上级和根证书） / take the certificate issued, in PEM with those up to the root behind it')
  .argument('<line>', '业务线，如 health / line of the authority')
  .argument('<region>', '行政区划代码 / GB/T 2260 code')
  .argument('<file>', '证书文件 / file of the certificates')
  .action((line: string, region: string, file: string) => running(async () => (await import('./commands/seals.ts')).importSealFrom(line, region, file)))

const retention = program.command('retention').description('保存期限 / how long what is kept')
retention
  .command('run')
  .description('删除已过保存期限的内容 / erase what has been kept long enough')
  .option('--dry-run', '只列出会删多少 / only say how much')
  .option('--json', '打印结果 / print the outcome as JSON')
  .action(({ json = false, dryRun = false }: { json?: boolean; dryRun?: boolean }) => running(async () => (await import('./commands/retention.ts')).retentionRun({ dryRun, json })))
retention
  .command('hold')
  .description('保全一个人的全部内容：诉讼、调查或争议期间一样不删 / erase nothing of a person while a court, an inquiry or a dispute needs it')
  .argument('<number>', '身份证件号码 / ID number')
  .requiredOption('--by <name>', '谁决定的 / who decided it')
  .option('--reason <text>', '为什么 / why', '')
  .option('--lift', '解除 / lift it')
  .option('--json', '打印结果 / print the outcome as JSON')
  .action((number: string, { json = false, lift = false, reason, by }: { json?: boolean; lift?: boolean; reason: string; by: string }) => running(async () => (await import('./commands/retention.ts')).retentionHold(number, { reason, by, lift, json })))

const pack = program.command('pack').description('业务包 / packs')
pack
  .command('check')
  .description('检查业务包并运行其测试 / check packs and run their tests')
  .argument('[folder]', '默认 ./packs / default ./packs')
  .option('--json', '打印发现的问题 / print the findings as JSON')
  .addOption(new Option('--language <language>', '只用一种语言，默认两种都写 / one language only; both by default').choices(['zh-CN', 'en']))
  .action((folder: string | undefined, { json = false, language }: { json?: boolean; language?: string }) => running(async () => (await import('./commands/pack-check.ts')).packCheck(folder, { json, language })))

const duties = program.command('duties').description('职责清单 / duty list')
duties
  .command('check')
  .description('检查业务包里的职责清单：没人负责、重复、单位不存在、升级绕圈 / check the duty list of the packs')
  .argument('[folder]', '默认 ./packs / default ./packs')
  .option('--json', '打印发现的问题 / print the findings as JSON')
  .action((folder: string | undefined, { json = false }: { json?: boolean }) => running(async () => (await import('./commands/duties.ts')).checkDutyList(folder, { json })))
duties
  .command('import')
  .description('导入别的系统的诉求分类，和我们的对照 / import another tree of request classes beside ours')
  .argument('<file>', '每行一类（JSON Lines：l1、l2、l3） / one class a line')
  .option('--name <name>', '叫什么，默认文件名 / what it is called, the file name by default')
  .option('--json', '打印对照 / print the classes with ours as JSON')
  .action((file: string, { json = false, name }: { json?: boolean; name?: string }) => running(async () => (await import('./commands/duties.ts')).importTree(file, { json, name })))

const connectors = program.command('connectors').description('连接器：部门的数据从哪里来 / connectors: where departments’ data comes from')
connectors
  .command('check')
  .description('逐个试：文件、业务包、对方是否应答、一次无害的查询 / try each: file, packs, whether the other side answers, one harmless question')
  .option('--json', '打印结果 / print the result as JSON')
  .action(({ json = false }: { json?: boolean }) => running(async () => (await import('./commands/connectors-check.ts')).checkConnectors({ json })))

const rules = program.command('rules').description('决策表 / decision tables')
rules
  .command('replay')
  .description('把过去的决定重新算一遍：当时的表逐字节相同，现行的表有何不同 / make past decisions again: the same to the byte, and what the present table changes')
  .requiredOption('--from <day>', '从哪天，如 2026-11-01 / first day')
  .requiredOption('--to <day>', '到哪天 / last day')
  .option('--table <service>', '只算一张表 / one table only')
  .option('--json', '打印报告 / print the report as JSON')
  .action(({ json = false, ...options }: { from: string; to: string; table?: string; json?: boolean }) => running(async () => (await import('./commands/rules.ts')).replayRules({ json, ...options })))
rules
  .command('export')
  .description('把决策表导出为 DMN 1.3 / write a decision table as DMN 1.3')
  .argument('<service>', '事项，如 senior-citizen-card / e.g. senior-citizen-card')
  .option('--region <code>', '行政区划代码 / GB/T 2260 code')
  .action((service: string, options: { region?: string }) => running(async () => (await import('./commands/rules.ts')).exportRules(service, options)))
rules
  .command('import')
  .description('把 DMN 文件变成业务包里的决策表 / turn a DMN file into a decision table of a pack')
  .argument('<file>', 'DMN 文件 / a DMN file')
  .option('--decision <id>', '文件里有几个决策时用哪一个 / which decision, when there are several')
  .action((file: string, options: { decision?: string }) => running(async () => (await import('./commands/rules.ts')).importRules(file, options)))

program
  .command('population')
  .description('生成虚构的人口、家庭和企业数据（Parquet） / invent people, households and companies, as Parquet')
  .requiredOption('--people <number>', '人数 / how many people')
  .option('--seed <number>', '随机种子；相同的种子得到相同的人 / the same seed gives the same people', '1')
  .requiredOption('--out <folder>', '写到哪个文件夹 / folder to write to')
  .option('--on <day>', '快照日期，默认 2026-11-01 / day of the snapshot')
  .option('--region <code>', '行政区划代码 / GB/T 2260 code')
  .option('--json', '打印结果 / print the outcome as JSON')
  .action((options: { people: string; seed: string; out: string; on?: string; region?: string; json?: boolean }) => running(async () => (await import('./commands/population.ts')).population(options)))
program
  .command('screen')
  .description('一项政策在全体人口中有多少人（或企业）符合，各是为什么 / how many of a population are due a policy, and why')
  .argument('[benefit]', '政策，如 high-age-allowance；用 --all 算全部 / e.g. high-age-allowance; --all for every policy')
  .requiredOption('--population <place>', '文件夹、Parquet、CSV 文件或 postgres:// 地址 / a folder, a Parquet or CSV file, or a postgres:// address')
  .option('--all', '全部政策，一遍算完 / every policy, in one pass')
  .option('--on <day>', '按哪一天计算，默认今天 / as of which day')
  .option('--region <code>', '行政区划代码 / GB/T 2260 code')
  .option('--out <folder>', '把符合的人或企业写成 CSV（完整号码） / write who is due what as CSV, with full numbers')
  .option('--memory <gb>', '最多用多少内存（GB），默认 3 / most memory to use, in GB')
  .option('--json', '打印结果 / print the outcome as JSON')
  .action((benefit: string | undefined, options: { population: string; all?: boolean; on?: string; region?: string; out?: string; memory?: string; json?: boolean }) => running(async () => (await import('./commands/screen.ts')).screenPopulation(benefit, options)))

const dmn = program.command('dmn').description('DMN 决策模型 / DMN decision models')
dmn
  .command('tck')
  .description('跑一遍 DMN 一致性测试包 / run the conformance kit of DMN (dmn-tck)')
  .argument('<folder>', '测试包的文件夹，里面有 TestCases / folder of the kit, with TestCases in it')
  .option('--csv <file>', '按测试包的格式写结果 / write the results in the kit’s own form')
  .option('--json', '打印结果 / print the result as JSON')
  .action((folder: string, { csv, json = false }: { csv?: string; json?: boolean }) => running(async () => (await import('./commands/dmn-tck.ts')).reportTck(folder, { csv, json })))

const catalogue = program.command('catalogue').description('目录交换（CPSV-AP）/ the catalogue as linked data')
catalogue
  .command('check')
  .description('按 SHACL 形状检查要导出的全部内容 / check everything we export against SHACL shapes')
  .requiredOption('--shapes <folder>', '形状所在文件夹 / folder with the shapes')
  .option('--json', '打印结果 / print the result as JSON')
  .action(({ shapes, json = false }: { shapes: string; json?: boolean }) => running(async () => (await import('./commands/catalogue-check.ts')).catalogueCheck(shapes, { json })))
catalogue
  .command('export')
  .description('导出业务包与外部事项 / export packs and imported services')
  .option('--format <format>', 'ttl 或 jsonld / ttl or jsonld', 'ttl')
  .option('--region <code>', '只要一个地区的业务包 / packs of one region only')
  .option('--out <file>', '写入文件，默认标准输出 / a file; standard output when absent')
  .action(({ format, ...options }: { format: string; region?: string; out?: string }) => running(async () => (await import('./commands/catalogue-export.ts')).catalogueExport(format, options)))
catalogue
  .command('import')
  .description('导入 CPSV-AP 描述（Turtle、RDF/XML、JSON-LD、xlsx 模板）/ import services described in CPSV-AP')
  .argument('<file>', '文件 / file')
  .option('--json', '打印报告 / print the report as JSON')
  .action((file: string, { json = false }: { json?: boolean }) => running(async () => (await import('./commands/catalogue-import.ts')).catalogueImport(file, { json })))

const credential = program.command('credential').description('电子证照 / e-licences')
credential
  .command('verify')
  .description('核验一个电子证照文件，可以不联网 / check an e-licence in a file, also without network')
  .argument('<file>', '电子证照（SD-JWT）/ the e-licence')
  .option('--keys <file>', '颁发部门公布的公钥 / what the issuer publishes at its address')
  .option('--status <file>', '状态列表 / the list of statuses')
  .option('--trust <address>', '没有文件时，从这个网址取公钥和状态列表 / where to fetch both without files')
  .option('--json', '打印结果 / print the verdict as JSON')
  .action((file: string, { json = false, ...options }: { keys?: string; status?: string; trust?: string; json?: boolean }) => running(async () => (await import('./commands/credential.ts')).credentialVerify(file, { json, ...options })))
credential
  .command('issue-batch')
  .description('为已有的办理结果补发电子证照，可以接着上次继续 / e-licences for results there are already; goes on where it stopped')
  .option('--after <id>', '上次停下的位置 / where it stopped')
  .option('--json', '打印结果 / print as JSON')
  .action(({ json = false, ...options }: { after?: string; json?: boolean }) => running(async () => (await import('./commands/credential.ts')).credentialIssueBatch({ json, ...options })))

const exchange = program.command('exchange').description('数据调用日志 / the log of exchange calls')
exchange
  .command('verify')
  .description('检查调用日志和已签名的根是否完整；或只凭公钥检查一份证明 / check the log and its signed roots; or one proof, with only the public key')
  .option('--proof <file>', '证明文件，由 exchange proof 写出 / a proof written by exchange proof')
  .option('--key <file>', '公钥（JWK 或 JWK Set）/ the public key')
  .option('--json', '打印结果 / print the verdict as JSON')
  .action(({ json = false, ...options }: { proof?: string; key?: string; json?: boolean }) => running(async () => (await import('./commands/exchange.ts')).exchangeVerify({ json, ...options })))
exchange
  .command('proof')
  .description('写出一次调用的证明，第三方凭公钥即可核对 / write the proof of one call, which a third party checks with the public key alone')
  .argument('<call>', '调用编号 / id of the call')
  .option('--out <file>', '写入文件，默认标准输出 / a file; standard output when absent')
  .action((call: string, options: { out?: string }) => running(async () => (await import('./commands/exchange.ts')).exchangeProof(call, options)))

const resources = program.command('resources').description('数据资源 / data resources')
resources
  .command('duties')
  .description('供需对照：每个事项要哪些数据、由谁提供、缺哪些 / what each service needs, who must supply it, what nobody supplies')
  .option('--region <code>', '行政区划代码 / GB/T 2260 code')
  .option('--line <line>', '只看一个条线的事项，如 health / services of one line only')
  .option('--json', '打印全部 / print everything as JSON')
  .action((options: { region?: string; line?: string; json?: boolean }) => running(async () => (await import('./commands/resources-duties.ts')).resourcesDuties(options)))

const intents = program.command('intents').description('意图识别 / what people want')
intents
  .command('train')
  .description('用带标注的句子训练，写出模型 / learn from labelled lines and write a model')
  .argument('[files...]', '带标注的句子（JSON Lines：text、intent），与自带的一起学 / labelled lines, learnt together with those shipped')
  .option('--out <file>', '模型文件，默认 DATA_DIR/intents.model / where to write the model')
  .option('--alone', '只用给出的句子 / without the lines shipped')
  .option('--json', '打印结果 / print the figures as JSON')
  .action((files: string[], { alone = false, json = false, ...options }: { out?: string; alone?: boolean; json?: boolean }) => running(async () => (await import('./commands/intents.ts')).trainIntents(files, { alone, json, ...options })))
intents
  .command('eval')
  .description('测一测识别得准不准 / measure how well lines are read')
  .argument('<file>', '带标注的句子 / labelled lines')
  .option('--folds', '不用现有模型，在这些句子上做五折交叉验证 / by models learnt from the other four fifths of these lines')
  .option('--json', '打印结果 / print the figures as JSON')
  .action((file: string, { folds = false, json = false }: { folds?: boolean; json?: boolean }) => running(async () => (await import('./commands/intents.ts')).evalIntents(file, { folds, json })))

const requests = program.command('requests').description('诉求 / requests')
requests
  .command('train')
  .description('用带类别的诉求训练，写出模型 / learn the classes of labelled requests and write a model')
  .argument('[file]', '带类别的诉求（JSON Lines：text、title，category、label 或 l1…l3）/ labelled requests')
  .option('--out <file>', '模型文件，默认 DATA_DIR/requests.model / where to write the model')
  .option('--corrections', '自带的句子加上人工改过类别的诉求 / the shipped lines and the requests somebody put into another class')
  .option('--shipped', '训练自带的模型 / learn the shipped lines')
  .option('--json', '打印结果 / print the figures as JSON')
  .action((file: string | undefined, { shipped = false, corrections = false, json = false, ...options }: { out?: string; shipped?: boolean; corrections?: boolean; json?: boolean }) => running(async () => (await import('./commands/requests-train.ts')).trainRequests(file, { shipped, corrections, json, ...options })))
requests
  .command('drift')
  .description('诉求变了没有，自动分类还准不准 / whether requests are still read as well as when the model was learnt')
  .option('--days <number>', '最近几天，和此前同样长的一段比 / days up to today, against as many before', Number, 30)
  .option('--json', '打印结果 / print the figures as JSON')
  .action(({ days, json = false }: { days: number; json?: boolean }) => running(async () => (await import('./commands/requests-drift.ts')).driftOfRequests({ days, json })))
requests
  .command('cluster')
  .description('把相像的诉求聚到一起 / gather like requests')
  .argument('<file>', '诉求（JSON Lines：id、title、text）/ requests')
  .option('--min <number>', '一组至少几条 / members a group has at least', Number, 2)
  .option('--json', '打印结果 / print the groups as JSON')
  .action((file: string, { min, json = false }: { min: number; json?: boolean }) => running(async () => (await import('./commands/requests.ts')).clusterRequests(file, { min, json })))
requests
  .command('eval')
  .description('测一测分类准不准 / measure how well requests are classified')
  .argument('<file>', '带类别的诉求 / labelled requests')
  .option('--model <file>', '用这个模型 / by this model')
  .option('--folds', '不用现有模型，做五折交叉验证 / by five models, each learnt from four fifths of the rows')
  .option('--seed <number>', '分折的随机种子 / how rows are dealt out to the folds', Number)
  .option('--json', '打印结果 / print the figures as JSON')
  .action((file: string, { folds = false, json = false, ...options }: { model?: string; folds?: boolean; seed?: number; json?: boolean }) => running(async () => (await import('./commands/requests.ts')).evalRequests(file, { folds, json, ...options })))

requests
  .command('import')
  .description('导入别的系统收的诉求（xlsx、csv、jsonl），可以接着上次继续 / take in requests another system collected; goes on where it stopped')
  .argument('<file>', '文件；列名见 docs/guide/hotline.md / file; columns are in docs/guide/hotline.md')
  .option('--json', '打印结果 / print the outcome as JSON')
  .action((file: string, { json = false }: { json?: boolean }) => running(async () => (await import('./commands/requests-import.ts')).importRequestsFrom(file, { json })))

const benefits = program.command('benefits').description('惠民惠企 / benefits')
benefits
  .command('load')
  .description('收下一份名单（JSON Lines，列名是事实的名字） / take in a list, one JSON record a line, by the names of facts')
  .argument('<file>', '文件 / file')
  .requiredOption('--for <whom>', 'person 或 company / person or company')
  .option('--json', '打印结果 / print the outcome as JSON')
  .action((file: string, { for: whom, json = false }: { for: string; json?: boolean }) => running(async () => (await import('./commands/benefits.ts')).loadBenefitSubjects(file, { audience: whom === 'company' ? 'company' : 'person', json })))

const open311 = program.command('open311').description('Open311 对接的系统 / systems that send requests over Open311')
open311
  .command('list', { isDefault: true })
  .description('列出对接的系统 / list the systems')
  .option('--json', '打印 JSON / print as JSON')
  .action(({ json = false }: { json?: boolean }) => running(async () => (await import('./commands/open311.ts')).listOpen311({ json })))
open311
  .command('register')
  .description('登记一个系统，密钥只显示一次 / register a system; its key is shown once')
  .argument('<name>', '名称 / name')
  .option('--region <code>', '只收这个区划的诉求 / requests about this region only')
  .option('--hourly <n>', '每小时最多几件，默认 1000 / most requests an hour, 1000 unless told')
  .option('--json', '打印 JSON / print as JSON')
  .action((name: string, { json = false, ...options }: { region?: string; hourly?: string; json?: boolean }) => running(async () => (await import('./commands/open311.ts')).registerOpen311(name, { json, ...options })))
open311
  .command('end')
  .description('停用一个系统的密钥 / end a key')
  .argument('<name>', '名称 / name')
  .option('--json', '打印 JSON / print as JSON')
  .action((name: string, { json = false }: { json?: boolean }) => running(async () => (await import('./commands/open311.ts')).endOpen311(name, { json })))

const lint = program.command('lint').description('检查办事指南和说法 / lint guides and words')
lint
  .command('words')
  .description('事项的俗称里还有哪些说法没收进同义词，哪些正式名称没有事项在用 / what services teach the thesaurus, and its words no service has')
  .option('--json', '打印结果 / print the findings as JSON')
  .action(({ json = false }: { json?: boolean }) => running(async () => (await import('./commands/lint-words.ts')).lintWords({ json })))
lint
  .command('guides')
  .description('找出前后不一、写得不清的办事指南 / find guides that say one thing and do another')
  .option('--online', '同时逐个访问网址，找出打不开的 / also visit every address to find dead links')
  .option('--json', '打印结果 / print the findings as JSON')
  .action(({ json = false, online = false }: { json?: boolean; online?: boolean }) => running(async () => (await import('./commands/lint-guides.ts')).lintAllGuides({ json, online })))

program
  .command('evidence')
  .description('申请材料 / documents')
  .command('shared')
  .description('哪些材料反复要、共享能省多少 / which documents recur and what sharing saves')
  .option('--json', '打印结果 / print the report as JSON')
  .action(({ json = false }: { json?: boolean }) => running(async () => (await import('./commands/evidence-shared.ts')).evidenceShared({ json })))

await program.parseAsync()
