/** Words of the pricing desk. */
import type { Lang } from '../text.ts'

const en = {
  title: 'Pricing desk',
  of: (study: string) => `Pricing desk: ${study}`,
  toReport: 'Report of this run',
  needsScript: 'The desk computes while you type and needs JavaScript; the report of this run shows without it.',

  opening: {
    heading: "The run's simulated futures are being drawn again",
    why: 'A run keeps its figures, not the paths behind them. The same seed gives the same paths to the last bit; from then on every edit is answered at once. Until then this is the schedule as it was run.',
    leave: 'You may leave this page: the work goes on, and the desk is ready when you come back.',
    stage: (stage: string, done: string, total: string) => `${stage}: ${done} of ${total}`,
    choose: 'This run has several cases. Which one is to be priced?',
    open: 'Open the desk',
    failed: (message: string) => `The desk could not be opened: ${message}`,
    again: 'Try again',
    waiting: 'Starting',
    asRun: 'The schedule as run',
  },

  answer: (covered: number, all: number, before: number, isTried: boolean) => {
    const [these, then] = isTried ? ['these rates and risks', 'as run'] : ['these rates', 'today']
    return all === 1
      ? `${covered === 1 ? 'Covered' : 'Not shown to be covered'} with ${these} (${before === 1 ? 'covered' : 'not covered'} ${then})`
      : `Covered in ${covered} of ${all} scenarios with ${these} (${before} ${then})`
  },
  undecided: (count: number) => `${count} undecided`,
  approximationAwaited: 'Other risks: the approximation is being computed',
  approximate: 'by approximation',
  cellsChanged: (count: number) => `${count} ${count === 1 ? 'cell' : 'cells'} changed`,
  emptyCellsChanged: (count: number) => `${count} ${count === 1 ? 'cell' : 'cells'} without loans changed`,
  costsChanged: 'costs or cap changed',
  risksChanged: 'risks changed',
  withRisks: (scenario: string) => `${scenario} with these risks`,
  runRisksOnly: 'Worked out at the risks of the run only; other risks are chosen now.',
  unchanged: 'Nothing changed: these are the rates as run',
  moved: (scenario: string, portfolioYield: string, surplus: string) =>
    `in ${scenario} portfolio yield ${portfolioYield}, surplus ${surplus}`,
  held: (faults: number) =>
    faults === 1
      ? 'one entry is missing, negative or not a number: until it is put right the figures are those before'
      : `${faults} entries are missing, negative or not numbers: until they are put right the figures are those before`,
  computing: 'Computing …',

  strip: {
    heading: 'Every scenario with these rates',
    choose: 'The grid shows the gaps in the scenario chosen.',
    scenario: 'Scenario',
    was: (verdict: string) => `was: ${verdict}`,
    today: (value: string) => `today ${value}`,
    asRun: (value: string) => `as run ${value}`,
    note: '± is one standard error of the simulation; today is the schedule as run, ▲ ▼ the difference from it.',
    triedNote:
      '± is one standard error; as run: by simulation, at the rates and risks of the run, ▲ ▼ the difference from it.',
    awaited: 'being computed',
    refused: (message: string) => `no approximation: ${message}`,
  },

  grid: {
    heading: 'Rates, % a year',
    keys: 'Keys, and pasting from a spreadsheet',
    help: 'Type a rate in percent. ↑ ↓ move it by 1 bp, with Shift by 10. Enter and Shift+Enter go down and up, ← → across; Esc takes back what was typed. Ctrl+Z undoes, Ctrl+Y redoes.',
    pasteHelp:
      'Paste a block from a spreadsheet onto its first cell: percent (5.05, 5,05 or 5.05%), or decimals if every number is below 0.5 (0.0505). Empty cells stay as they are; a block with a cell that is no number is refused as a whole.',
    gapNote: (scenario: string, loans: number) =>
      `Small figure: rate less required rate in ${scenario}, bp; negative (−, shaded) does not pay for its own cost and risk. Grey: fewer than ${loans} loans. A bar at the left: changed. !: see the list below.`,
    cell: (name: string) => `${name}: rate in % a year`,
    select: (name: string) => `Select ${name}`,
    noLoans: 'no loans',
    gap: (gap: string, scenario: string) => `${gap} against the required rate in ${scenario}`,
    undo: 'Undo',
    redo: 'Redo',
    move: 'Move',
    scope: 'What is moved',
    all: 'all cells',
    by: 'by',
    step: 'Basis points',
    down: (what: string, by: string) => `Lower ${what} by ${by} bp`,
    up: (what: string, by: string) => `Raise ${what} by ${by} bp`,
    resetCell: 'Cell as today',
    resetAll: 'All rates as today',
    showAll: 'cells without loans',
    sideBySide: "today's rates too",
    faults: 'Cells to look at',
    noFaults: 'No cell is missing, negative, above the cap or below a better grade.',
    faultsHidden: (count: number) => `and ${count} more`,
    notANumber: (text: string) => `“${text}” is not a rate.`,
    pasteNotNumber: (row: number, column: number, text: string) =>
      `Nothing was pasted: row ${row}, column ${column} of the block is “${text}”, which is not a number.`,
    pasteTooLarge: (rows: number, columns: number, fitRows: number, fitColumns: number) =>
      `Nothing was pasted: the block has ${rows} rows and ${columns} columns; from this cell ${fitRows} and ${fitColumns} fit.`,
    pasted: (cells: number) => `${cells} ${cells === 1 ? 'rate' : 'rates'} pasted.`,
  },

  costs: {
    heading: 'Costs and cap',
    note: 'What the bank pays and asks for; the verdicts move with them as with the rates.',
    fields: {
      fundingRate: 'Funding rate (transfer price)',
      variableCost: 'Operating cost, share of balance',
      fixedCost: 'Operating cost a loan',
      hurdleRate: 'Return asked on capital, after tax',
      capitalRatio: 'Capital ÷ balance',
      incomeTaxRate: 'Income tax',
      cap: 'Cap of any rate',
    },
    perCent: '% a year',
    share: '%',
    money: (unit: string) => `${unit} a year`,
    crossIncome: 'Income beside interest',
    crossIncomes: { none: 'not counted', observed: 'as observed' },
    today: (value: string) => `today ${value}`,
    reset: 'Costs as today',
    range: {
      share: 'must be a number from 0 to 100',
      below: 'must be a number from 0, below 100',
      money: 'must be a number of at least 0',
    },
  },

  risk: {
    heading: 'What if the risks were others?',
    note: (paths: string) =>
      `Answered by the conditional normal approximation${paths}, one scenario after the other, a second or two each: defaults are not drawn.`,
    paths: (paths: string) => ` on ${paths} paths`,
    pdMultiple: 'Default probabilities ×',
    assetCorrelation: 'Asset correlation',
    lgdAdd: 'Loss given default',
    loans: 'Loans in the book',
    asBook: 'as in the book',
    asScenario: 'as in the scenario',
    reset: 'Risks as in the run',
    banner: 'All verdicts and figures on this page are approximations at these risks.',
  },

  nearest: {
    heading: 'Nearest schedule that covers',
    note: 'Changes the rates in the grid as little as it can until every goal is met.',
    goals: 'Goals',
    goalScenario: (number: number) => `Scenario of goal ${number}`,
    goalKind: (number: number) => `What goal ${number} asks`,
    goalValue: (number: number) => `Level of goal ${number}`,
    every: 'Every scenario',
    kinds: {
      expected: 'coverage ratio at least',
      probability: 'coverage probability at least',
      conditionalValueAtRisk: 'surplus ≥ 0 on average of the worst',
    },
    removeGoal: (number: number) => `Remove goal ${number}`,
    addGoal: 'Add a goal',
    goalsAsRun: 'Goals as in the run',
    goalFault: 'A coverage ratio must be a plain number above 0; a percentage must be above 0 and below 100.',
    inFile: 'The same in a study file',
    held: (limits: string) => `Held to: ${limits}.`,
    limits: {
      monotone: 'a worse grade never pays less',
      minimumRate: 'the least rate',
      maximumRate: 'the highest rate',
      cap: 'the cap',
      largestStep: 'the largest change of a rate',
      maxCrossSubsidy: 'the most that a cell may fall short of its required rate',
    },
    ask: 'Find it',
    asking: 'Looking for it …',
    found: (cells: number, mean: string, largest: string) =>
      `${cells} ${cells === 1 ? 'cell changes' : 'cells change'}, in whole basis points, by ${mean} on average of the balance and by ${largest} at most.`,
    already: 'The rates in the grid meet every goal as they are: nothing has to change.',
    covered: (covered: number, all: number) =>
      `Covered in ${covered} of ${all} ${all === 1 ? 'scenario' : 'scenarios'}`,
    still: (verdict: string, scenarios: string) => `${verdict.toLowerCase()}: ${scenarios}`,
    goal: 'Goal',
    before: 'Now',
    after: 'Then',
    rise: 'Yield rise',
    decides: 'decides',
    subsidy: (largest: string, cell: string, total: string) =>
      `Then ${cell} is still furthest below its required rate, by ${largest}; what other cells pay for such cells is ${total} of the balance.`,
    apply: 'Put it into the grid',
    applied: 'It is in the grid; Ctrl+Z takes it back.',
    older: 'The rates or the goals have been changed since.',
  },

  demand: {
    heading: 'If borrowers go elsewhere',
    note: "The higher the rate, the fewer applicants take the loan, and the better ones leave first, as the study's demand says. The figures above keep the run's borrowers whatever the rate.",
    ask: 'Work it out',
    asking: 'Being worked out …',
    taken: (scenario: string, volume: string, pd: string) =>
      `At these rates ${volume} of the balance offered is taken, by borrowers with a mean default probability of ${pd}; in ${scenario}:`,
    surplus: (value: string, money: string) => `surplus ${value} of the balance, ${money} a year`,
    ratio: (value: string, probability: string) => `coverage ratio ${value}, coverage probability ${probability}`,
    best: {
      turns: (shift: string, money: string) => `The bank earns most with all rates moved by ${shift}: ${money} a year.`,
      rises: 'The bank earns more with every rise of rates that was looked at.',
      falls: 'The bank earns less with every rise of rates that was looked at: its best rates are lower.',
    },
    turning: {
      turns: (shift: string) =>
        `From ${shift} on each loan still lent earns less at a higher rate: those who stay are the worse risks.`,
      rises: 'No rise of rates that was looked at makes each loan lent earn less.',
      falls: 'Every rise of rates makes each loan lent earn less: those who stay are the worse risks.',
    },
    byGrade: 'Grade by grade',
    volume: 'Taken',
    meanPd: 'Mean PD',
    annualSurplus: (unit: string) => `Surplus, ${unit} a year`,
    bestMove: 'Best move of its rates',
    curve: 'All rates moved at once',
    shift: 'Moved by',
    ends: { rises: 'up, as far as looked at', falls: 'down, as far as looked at' },
    older: 'The rates have been changed since.',
  },

  save: {
    heading: 'Keep and confirm',
    name: 'Name of the schedule',
    suggested: (title: string) => `${title}, as changed`,
    download: 'Save as a schedule file',
    confirm: 'Confirm by simulation',
    confirmNote: (seed: string) =>
      `A run of its own with these rates: the same firms, other random numbers (seed ${seed}), every default drawn.`,
    confirmWithRisks: (seed: string) =>
      `A run of its own with these rates and risks: the same firms, other random numbers (seed ${seed}), every default drawn.`,
    confirmWithLoans: (seed: string) =>
      `A run of its own with these rates and risks, as many firms as chosen, and other random numbers (seed ${seed}), every default drawn.`,
    started: 'The run has started',
    progress: (stage: string, done: string, total: string) => `${stage}: ${done} of ${total}`,
    done: 'The run is finished',
    see: 'See its report',
    failed: (message: string) => `The run failed: ${message}`,
    cancelled: 'The run was cancelled.',
    cancel: 'Cancel',
    unsaved: 'First put right the entries marked above.',
  },

  problem: (message: string) => `The server did not answer this: ${message}`,
  retry: 'Try again',
}

export type DeskWords = typeof en

const zh: DeskWords = {
  title: '定价台',
  of: (study) => `定价台：${study}`,
  toReport: '本次运行的报告',
  needsScript: '定价台在输入时即时计算，需要启用 JavaScript；报告页面无此要求。',

  opening: {
    heading: '正在重新生成本次运行的模拟路径',
    why: '运行结果只保存数字，不保存背后的路径。同一随机种子得到完全相同的路径；此后每次修改都即时给出结果。在此之前显示的是运行时的利率表。',
    leave: '可以离开本页：计算会继续，回来时定价台即可使用。',
    stage: (stage, done, total) => `${stage}：${done}／${total}`,
    choose: '本次运行有多个情形。要为哪一个定价？',
    open: '打开定价台',
    failed: (message) => `定价台无法打开：${message}`,
    again: '重试',
    waiting: '正在启动',
    asRun: '运行时的利率表',
  },

  answer: (covered, all, before, isTried) => {
    const [these, then] = isTried ? ['按此利率与风险', '运行时'] : ['按此利率', '现行']
    return all === 1
      ? `${these}${covered === 1 ? '收益覆盖风险' : '未能证明收益覆盖风险'}（${then}${before === 1 ? '覆盖' : '未覆盖'}）`
      : `${these}，${all}个情景中有${covered}个收益覆盖风险（${then}为${before}个）`
  },
  undecided: (count) => `${count}个尚不能判定`,
  approximationAwaited: '风险参数已改：近似结果计算中',
  approximate: '近似结果',
  cellsChanged: (count) => `已修改${count}个单元`,
  emptyCellsChanged: (count) => `已修改${count}个无贷款的单元`,
  costsChanged: '成本或上限已修改',
  risksChanged: '风险参数已修改',
  withRisks: (scenario) => `${scenario}（所选风险）`,
  runRisksOnly: '仅按本次运行的风险测算；目前所选为其他风险。',
  unchanged: '未作修改：即运行时的利率',
  moved: (scenario, portfolioYield, surplus) => `“${scenario}”下组合收益率${portfolioYield}，盈余${surplus}`,
  held: (faults) => `有${faults}项为空、为负或不是数字：改正之前，各项数字仍为修改前的结果`,
  computing: '计算中……',

  strip: {
    heading: '各情景下的结果',
    choose: '利率表显示所选情景下的差额。',
    scenario: '情景',
    was: (verdict) => `原为：${verdict}`,
    today: (value) => `现行${value}`,
    asRun: (value) => `运行时${value}`,
    triedNote: '± 为一倍标准误；“运行时”为按运行时的利率与风险模拟所得，▲ ▼ 为与其之差。',
    note: '± 为一倍模拟标准误；“现行”为运行时的利率表，▲ ▼ 为与其之差。',
    awaited: '计算中',
    refused: (message) => `无法近似：${message}`,
  },

  grid: {
    heading: '利率，%/年',
    keys: '按键与粘贴',
    help: '按百分比输入利率。↑ ↓ 调整1个基点，按住 Shift 为10个。Enter 与 Shift+Enter 上下移动，← → 左右移动；Esc 取消本次输入。Ctrl+Z 撤销，Ctrl+Y 重做。',
    pasteHelp:
      '可将电子表格中的一块区域粘贴到其左上角单元：百分数（5.05、5,05 或 5.05%）；若全部数字均小于0.5则按小数读取（0.0505）。空白处保持不变；只要有一格不是数字，整块均不粘贴。',
    gapNote: (scenario, loans) =>
      `小字：“${scenario}”下报价利率减所需利率，基点；为负（−，底色）表示该单元不足以覆盖自身成本与风险。灰色：不足${loans}笔。左侧竖线：已修改。!：见下方列表。`,
    cell: (name) => `${name}：年利率（%）`,
    select: (name) => `选择${name}`,
    noLoans: '无贷款',
    gap: (gap, scenario) => `“${scenario}”下与所需利率之差${gap}`,
    undo: '撤销',
    redo: '重做',
    move: '调整',
    scope: '调整范围',
    all: '全部单元',
    by: '幅度',
    step: '基点',
    down: (what, by) => `${what}下调${by}个基点`,
    up: (what, by) => `${what}上调${by}个基点`,
    resetCell: '本单元恢复现行',
    resetAll: '全部利率恢复现行',
    showAll: '无贷款的单元',
    sideBySide: '并列现行利率',
    faults: '需要留意的单元',
    noFaults: '没有缺失、为负、超过上限或低于更优等级的单元。',
    faultsHidden: (count) => `另有${count}项`,
    notANumber: (text) => `“${text}”不是利率。`,
    pasteNotNumber: (row, column, text) => `未粘贴：区域第${row}行第${column}列为“${text}”，不是数字。`,
    pasteTooLarge: (rows, columns, fitRows, fitColumns) =>
      `未粘贴：区域为${rows}行${columns}列，从此单元起只有${fitRows}行${fitColumns}列。`,
    pasted: (cells) => `已粘贴${cells}个利率。`,
  },

  costs: {
    heading: '成本与上限',
    note: '银行付出的成本与要求的回报；修改后结论同样即时变化。',
    fields: {
      fundingRate: '资金成本（内部转移价格）',
      variableCost: '运营成本占余额',
      fixedCost: '每笔运营成本',
      hurdleRate: '资本要求回报率（税后）',
      capitalRatio: '资本÷余额',
      incomeTaxRate: '所得税率',
      cap: '利率上限',
    },
    perCent: '%/年',
    share: '%',
    money: (unit) => `${unit}/年`,
    crossIncome: '综合贡献',
    crossIncomes: { none: '不计入', observed: '按实际' },
    today: (value) => `现行${value}`,
    reset: '成本恢复现行',
    range: {
      share: '应为0至100之间的数',
      below: '应为不小于0且小于100的数',
      money: '应为不小于0的数',
    },
  },

  risk: {
    heading: '如果风险不同',
    note: (paths) => `由条件正态近似${paths}逐个情景给出，每个约一两秒：未逐笔抽取违约。`,
    paths: (paths) => `（${paths}条路径）`,
    pdMultiple: '违约概率 ×',
    assetCorrelation: '资产相关性',
    lgdAdd: '违约损失率',
    loans: '贷款笔数',
    asBook: '与客群相同',
    asScenario: '与情景相同',
    reset: '风险恢复为运行时',
    banner: '本页全部结论与数字均为按此风险所得的近似结果。',
  },

  nearest: {
    heading: '最接近且能覆盖的利率表',
    note: '在达到全部目标的前提下，尽量少改动表中利率。',
    goals: '目标',
    goalScenario: (number) => `目标${number}的情景`,
    goalKind: (number) => `目标${number}的要求`,
    goalValue: (number) => `目标${number}的水平`,
    every: '每个情景',
    kinds: {
      expected: '覆盖倍数不低于',
      probability: '覆盖概率不低于',
      conditionalValueAtRisk: '平均盈余 ≥ 0：最差路径占',
    },
    removeGoal: (number) => `删除目标${number}`,
    addGoal: '增加目标',
    goalsAsRun: '恢复运行时的目标',
    goalFault: '覆盖倍数须为大于0的数；百分数须大于0且小于100。',
    inFile: '在研究文件中的写法',
    held: (limits) => `限制条件：${limits}。`,
    limits: {
      monotone: '等级越差利率不得越低',
      minimumRate: '最低利率',
      maximumRate: '最高利率',
      cap: '利率上限',
      largestStep: '单元利率的最大变动',
      maxCrossSubsidy: '单元低于所需利率的最大幅度',
    },
    ask: '求解',
    asking: '求解中……',
    found: (cells, mean, largest) =>
      `${cells}个单元变动（取整到基点），按余额加权平均变动${mean}，最大变动${largest}。`,
    already: '表中利率已达到全部目标，无需改动。',
    covered: (covered, all) => `${all}个情景中有${covered}个覆盖`,
    still: (verdict, scenarios) => `${verdict}：${scenarios}`,
    goal: '目标',
    before: '目前',
    after: '改后',
    rise: '收益率变动',
    decides: '起决定作用',
    subsidy: (largest, cell, total) =>
      `改后低于所需利率最多的仍是${cell}，差${largest}；由其他单元补贴的部分合计为余额的${total}。`,
    apply: '填入利率表',
    applied: '已填入利率表，可用 Ctrl+Z 撤销。',
    older: '此后利率或目标又有改动。',
  },

  demand: {
    heading: '如果借款人流失',
    note: '按研究文件的需求设定，利率越高，接受贷款的申请户越少，且较好的客户先离开。上方各项数字不论利率高低，借款人均与本次运行相同。',
    ask: '测算',
    asking: '测算中……',
    taken: (scenario, volume, pd) =>
      `按此利率，所报余额中${volume}被接受，借款人平均违约概率为${pd}；“${scenario}”下：`,
    surplus: (value, money) => `盈余占余额${value}，每年${money}`,
    ratio: (value, probability) => `覆盖倍数${value}，覆盖概率${probability}`,
    best: {
      turns: (shift, money) => `全部利率变动${shift}时银行收益最高：每年${money}。`,
      rises: '在所考察的范围内，利率越高银行收益越高。',
      falls: '在所考察的范围内，利率越高银行收益越低：最佳利率更低。',
    },
    turning: {
      turns: (shift) => `变动超过${shift}后，利率越高，每笔已放贷款的收益反而越低：留下的是较差的风险。`,
      rises: '在所考察的范围内，提高利率不会使每笔已放贷款的收益下降。',
      falls: '利率每提高一步，每笔已放贷款的收益都下降：留下的是较差的风险。',
    },
    byGrade: '分等级',
    volume: '接受比例',
    meanPd: '平均违约概率',
    annualSurplus: (unit) => `盈余，${unit}/年`,
    bestMove: '该等级利率的最佳变动',
    curve: '全部利率同时变动',
    shift: '变动',
    ends: { rises: '上调至考察范围的上端', falls: '下调至考察范围的下端' },
    older: '此后利率又有改动。',
  },

  save: {
    heading: '保存与确认',
    name: '利率表名称',
    suggested: (title) => `${title}（修改后）`,
    download: '保存为利率表文件',
    confirm: '以模拟确认',
    confirmNote: (seed) => `以此利率另行运行：企业相同，随机数不同（种子 ${seed}），逐笔抽取违约。`,
    confirmWithRisks: (seed) => `以此利率与风险另行运行：企业相同，随机数不同（种子 ${seed}），逐笔抽取违约。`,
    confirmWithLoans: (seed) => `以此利率与风险另行运行：企业数按所选，随机数不同（种子 ${seed}），逐笔抽取违约。`,
    started: '运行已开始',
    progress: (stage, done, total) => `${stage}：${done}／${total}`,
    done: '运行已完成',
    see: '查看报告',
    failed: (message) => `运行失败：${message}`,
    cancelled: '运行已取消。',
    cancel: '取消',
    unsaved: '请先改正上方标出的各项。',
  },

  problem: (message) => `服务器未能给出结果：${message}`,
  retry: '重试',
}

/** The desk's words in a language. */
export const deskWords = (lang: Lang): DeskWords => (lang === 'zh' ? zh : en)
