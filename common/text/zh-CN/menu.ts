import type { TranslationOf } from '../catalogue';
import type { menuText as english } from '../en/menu';

export const menuText: TranslationOf<typeof english> = {
  'menu.file': '文件',
  'menu.quit': '退出',
  'menu.edit': '编辑',
  'menu.cut': '剪切',
  'menu.copy': '复制',
  'menu.paste': '粘贴',
  'menu.select-all': '全选',
  'menu.view': '视图',
  'menu.zoom-in': '放大',
  'menu.zoom-out': '缩小',
  'menu.zoom-reset': '实际大小',
  'menu.full-screen': '全屏',
};
