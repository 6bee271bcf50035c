import { contextBridge, ipcRenderer } from 'electron';
import { channelNames, type Bridge } from '../common/contract';
import { chooseLocale } from '../common/locale';

const LOCALE_SWITCH = '--system-locale=';
const systemLocale = process.argv.find((word) => word.startsWith(LOCALE_SWITCH))?.slice(LOCALE_SWITCH.length) ?? 'en';

const calls = channelNames.map((name) => [
  name,
  (...args: readonly unknown[]): Promise<unknown> => ipcRenderer.invoke(name, ...args),
]);
const bridge = { ...Object.fromEntries(calls), systemLocale: chooseLocale(systemLocale) } as Bridge;

contextBridge.exposeInMainWorld('hugepagesGuide', bridge);
