import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { channelNames, type Bridge, type Channel } from '../common/contract';
import { chooseLocale } from '../common/locale';

const LOCALE_SWITCH = '--system-locale=';
const systemLocale = process.argv.find((word) => word.startsWith(LOCALE_SWITCH))?.slice(LOCALE_SWITCH.length) ?? 'en';

const calls = channelNames.map((name) => [
  name,
  (...args: readonly unknown[]): Promise<unknown> => ipcRenderer.invoke(name, ...args),
]);
// Electron alone says where a dropped file lies; one that the page made itself lies nowhere, and main refuses ''.
const takeDroppedScript = async (file: File): Promise<unknown> =>
  ipcRenderer.invoke('takeDroppedScript' satisfies Channel, webUtils.getPathForFile(file));
const bridge = {
  ...Object.fromEntries(calls),
  takeDroppedScript,
  systemLocale: chooseLocale(systemLocale),
} as Bridge;

contextBridge.exposeInMainWorld('hugepagesGuide', bridge);
