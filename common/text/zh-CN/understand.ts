import type { TranslationOf } from '../catalogue';
import type { understandText as english } from '../en/understand';

export const understandText: TranslationOf<typeof english> = {
  'welcome.title': '给虚拟机用上大页',
  'welcome.lead': '用上大页，虚拟机可以跑得更快、更平稳。本程序一步一步替您设置好，不用打开终端。',
  'welcome.point.explain': '讲清楚大页是什么：有可以动手操作的图，也有这台机器自己的数字。',
  'welcome.point.look': '检查这台机器，算出您的虚拟机需要多少大页。',
  'welcome.point.ask': '要做的每一件事都原原本本给您看。输入密码之前，什么都不会改动。',
  'welcome.point.prove': '虚拟机启动后，告诉您大页是不是真的用上了。',
  'welcome.begin': '大页是什么？',
  'welcome.to-check': '我已经了解，直接检查机器',

  'figure.see': '看点：',
  'figure.next': '前进一步',
  'figure.back': '后退一步',
  'figure.again': '从头开始',
  'figure.run': '连续运行',
  'figure.pause': '暂停',
  'note.title': '出处',
  'note.see': '注 {{number}}：{{title}}',
  'note.open': '在浏览器中打开',
  'note.unopened': '打不开浏览器。地址是 {{url}}',
};
