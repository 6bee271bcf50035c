import type { TranslationOf } from '../catalogue';
import type { applyText as english } from '../en/apply';

export const applyText: TranslationOf<typeof english> = {
  'apply.title': '开始设置',
  'apply.lead': '只需输入一次密码。完成后会逐项读回确认。',
  'apply.lead-root': '本程序正以 root 身份运行，不需要输入密码。完成后会逐项读回确认。',
  'apply.dialog':
    '桌面的密码对话框会显示下面这条命令，后面还有一长串字母和数字：那就是“确认”页面上的脚本，打包成了一体，传递途中无法被改动。',
  'apply.start': '立即设置',
  'apply.steps': '步骤',
  'apply.progress.waiting': '等待中',
  'apply.progress.running': '进行中',
  'apply.progress.done': '完成',
  'apply.progress.already': '无需改动',
  'apply.progress.failed': '失败',
  'apply.progress.undone': '已撤销',
  'apply.progress.undo-failed': '未能撤销',
  'apply.bar.label': '进度',
  'apply.bar.password': '等待输入密码……',
  'apply.bar.gathering': '内核正在收集内存……',
  'apply.bar.pages_other': '{{now, number}} / {{count, number}} 页',
  'apply.bar.steps_other': '已完成 {{done, number}} / {{count, number}} 步',
  'apply.bar.elapsed': '{{seconds, number(minimumFractionDigits: 1; maximumFractionDigits: 1)}} 秒',
  'apply.to-script': '前往“启动脚本”',
  'apply.to-verify': '前往“验证”',
  'apply.to-review': '返回“确认”',
  'apply.again': '重新请求授权',
  'apply.by-hand.title': '也可以自己运行同一份脚本',
  'apply.by-hand.copy': '复制脚本：',
  'apply.by-hand.terminal': '打开终端，运行这条命令并输入密码：',
  'apply.by-hand.paste': '粘贴脚本，按回车，再按 Ctrl+D。',
  'apply.by-hand.watching': '本窗口每秒查看一次，并显示进行到了哪一步。',
};
