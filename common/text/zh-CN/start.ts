import type { TranslationOf } from '../catalogue';
import type { startText as english } from '../en/start';

export const startText: TranslationOf<typeof english> = {
  'start.building': '正在构建程序……',
  'start.build-failed': '构建失败，原因见上面的输出。程序没有启动。',
  'start.no-display':
    '没有找到图形显示（DISPLAY 和 WAYLAND_DISPLAY 都未设置），无法打开窗口。所有功能也可以在命令行中使用，先试试：{{command}}',
  'start.fetching-electron': '正在下载 Electron（约 110 MB，仅需一次）……',
  'start.stand-in':
    '本机没有 Electron 的程序文件，也无法下载，因此改用系统自带的 Chromium 打开同一个程序。想使用真正的 Electron，请在联网后运行：{{command}}',
  'start.installing-chromium': '缺少 Chromium，正在用 apt-get 安装……',
  'start.no-chromium': '缺少 Chromium，本程序需要用它来显示窗口。请用这条命令安装：{{command}}',
  'start.runs-as-root':
    '当前以 root 身份运行，因此关闭了 Electron 的沙箱（--no-sandbox）。建议用普通用户启动：需要时会要求输入密码。',
  'start.cannot-open': '程序无法启动（{{detail}}）。请删除 out 目录后重试。',
};
