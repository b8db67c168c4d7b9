/** Words of sharing, saving, links and the first visit, in English and Simplified Chinese. */
import { counted } from '../report/counted.js';
import type { OtherFile } from './file-kind.js';
import type { LinkFault } from './link-bytes.js';

export const SHARE_EN = {
  title: 'Share and save',
  lead: 'A link holds the scenario, your changes and the luck. Whoever opens it gets the same worlds, bit by bit.',
  copyLink: 'Copy link',
  linkLabel: 'Link to this world',
  tooLong: (letters: string, most: string) =>
    `This scenario is too large for a link: ${letters} of at most ${most} characters. Save the scenario and send the file; it opens here when it is dropped.`,
  ownMachine:
    'This address is that of your own machine. Others paste it below “Drop a scenario file here” of their own studio, or put its part from # on behind the address there.',
  saveScenario: 'Save scenario',
  saveChanged: 'Save scenario with the changes',
  saveOriginal: 'Save the original',
  saveChanges: 'Save changes',
  saveStudy: 'Save study',
  onCommandLine: 'On the command line',
  beside: (file: string) => `Put saved files where ${file} is found, then:`,
  needsChange: 'Change something first: the study compares before and after.',
  changeOrArm: 'A study compares a plan or a change with before, not both at once.',
  offerTitle: 'This link holds a market. Nothing has run yet.',
  offerRun: 'Run this world',
  offerLeave: 'Not now',
  offerScenario: 'Scenario',
  offerShipped: 'from this studio',
  offerOwn: (file: string) => `sent along as ${file}`,
  offerChanges: 'Changes',
  offerNone: 'none',
  offerLooksAt: 'Looks at',
  offerWorld: (world: string) => `world ${world}`,
  offerGame: 'Played game',
  offerMonths: (firm: string, months: number) => `${firm}, ${counted(months, 'month')}`,
  notOpened: 'The link was not opened',
  linkProblems: (problems: number) =>
    `${counted(problems, 'problem')} in what the link holds. What you had open stays as it was.`,
  faults: {
    letters: 'It holds characters that no link of this studio has. Copy it again, whole.',
    length: 'It is longer than any link of this studio. Copy it again, or ask for the file.',
    version: 'It was made by another version of the studio, or it is no link of the studio.',
    cut: 'Its end is missing, or it was altered on its way. Copy it again, whole.',
    bomb: 'It unpacks to more than a link may hold, so it was left unread.',
    away: 'A part of the studio could not be loaded. Is its server still there? Reload the page.',
  } satisfies Record<LinkFault, string> as Record<LinkFault, string>,
  otherFile: (file: string) => `Not loaded: ${file} is no scenario`,
  kinds: {
    overlay:
      'It is an overlay: values that are laid over a scenario. Use it on the command line with --overlay, or set the values here.',
    study:
      'It is a study: a question about scenarios. Run it with “npx afterburn study”; here, open the scenario that it names.',
  } satisfies Record<OtherFile, string> as Record<OtherFile, string>,
  sameAsLink: 'The same result as in the link, to the last bit.',
  notAsLink: 'Not the result of the link: it was made by another version of the engine.',
  guideTitle: 'Your first market',
  guide: [
    ['Read the sentence', 'It is the answer so far, and it sharpens as worlds arrive.'],
    ['Change something', 'The same luck is lived again, so what differs is what you changed.'],
    ['Keep it', 'Copy a link, or save files for the command line.'],
  ] as readonly (readonly [string, string])[],
  guideDone: 'Got it',
};

/** Words of this block in one language. */
export type ShareWords = typeof SHARE_EN;

export const SHARE_ZH: ShareWords = {
  title: '分享与保存',
  lead: '链接包含场景、你的改动和运气。打开它的人会得到逐位相同的世界。',
  copyLink: '复制链接',
  linkLabel: '通往这个世界的链接',
  tooLong: (letters, most) =>
    `这个场景太大，放不进链接：${letters} 个字符，最多 ${most} 个。请保存场景并发送文件，拖到这里即可打开。`,
  ownMachine:
    '这个地址只在你自己的机器上有效。其他人可以把它粘贴到自己工作室“把场景文件拖到这里”的下方，或把从 # 开始的部分接在那里的地址之后。',
  saveScenario: '保存场景',
  saveChanged: '保存改动后的场景',
  saveOriginal: '保存原场景',
  saveChanges: '保存改动',
  saveStudy: '保存研究',
  onCommandLine: '在命令行中',
  beside: (file) => `把保存的文件放在能找到 ${file} 的地方，然后：`,
  needsChange: '先改动一处：研究比较的是改动前后。',
  changeOrArm: '一项研究把一个方案或一处改动与之前比较，不能两者同时。',
  offerTitle: '这个链接里有一个市场。还没有运行任何内容。',
  offerRun: '运行这个世界',
  offerLeave: '暂不运行',
  offerScenario: '场景',
  offerShipped: '来自本工作室',
  offerOwn: (file) => `随链接附上，文件名 ${file}`,
  offerChanges: '改动',
  offerNone: '无',
  offerLooksAt: '查看',
  offerWorld: (world) => `世界 ${world}`,
  offerGame: '已玩的一局',
  offerMonths: (firm, months) => `${firm}，${months} 个月`,
  notOpened: '链接未打开',
  linkProblems: (problems) => `链接的内容有 ${problems} 个问题。之前打开的内容保持不变。`,
  faults: {
    letters: '其中有本工作室链接不会有的字符。请重新完整复制。',
    length: '它比本工作室的任何链接都长。请重新复制，或索取文件。',
    version: '它由另一个版本的工作室生成，或者不是工作室的链接。',
    cut: '它的结尾缺失，或在途中被改动。请重新完整复制。',
    bomb: '它解压后超出链接允许的大小，因此没有读取。',
    away: '工作室的一部分无法载入。服务器还在运行吗？请重新载入页面。',
  },
  otherFile: (file) => `未载入：${file} 不是场景`,
  kinds: {
    overlay:
      '这是一个覆盖文件：叠加在场景上的一组数值。请在命令行中用 --overlay 使用它，或在这里设置这些数值。',
    study: '这是一个研究：关于场景的一个问题。请用 “npx afterburn study” 运行；在这里请打开它所指的场景。',
  },
  sameAsLink: '与链接中的结果逐位相同。',
  notAsLink: '与链接中的结果不同：它由另一个版本的引擎得出。',
  guideTitle: '你的第一个市场',
  guide: [
    ['读这句话', '它是目前的答案，随着世界陆续到来而变得清晰。'],
    ['改动一处', '同样的运气再活一遍，差别就来自你的改动。'],
    ['留下它', '复制链接，或保存供命令行使用的文件。'],
  ],
  guideDone: '知道了',
};
