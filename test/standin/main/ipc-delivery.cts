// From a preload's message to the app's handlers, and the answer back.
import { decode, encode } from '../shared/codec.cjs';
import { ElectronEvent } from '../shared/electron-event.cjs';
import { notImplemented } from '../shared/refuse.cjs';
import type { ToMain, ToPreload } from '../page/channel.cjs';
import { type IpcMain, ipcMain } from './ipc-main.cjs';
import type { WebContents } from './web-contents.cjs';
import { say } from '../shared/say.cjs';

type Invoke = Extract<ToMain, { kind: 'invoke' }>;
type Send = Extract<ToMain, { kind: 'send' }>;

class IpcEvent extends ElectronEvent {
  readonly type = 'frame';
  readonly ports: readonly never[] = [];
  readonly frameId = 1;
  readonly processId: number;
  readonly sender: WebContents;
  readonly senderFrame: object;

  constructor(sender: WebContents) {
    super();
    this.sender = sender;
    this.senderFrame = sender.mainFrame;
    this.processId = sender.id;
  }

  reply(channel: string, ...args: unknown[]): void {
    this.sender.send(channel, ...args);
  }

  get returnValue(): unknown {
    return undefined;
  }

  set returnValue(_value: unknown) {
    notImplemented('ipcRenderer.sendSync');
  }
}

async function resultOf(sender: WebContents, { id, channel, args }: Invoke): Promise<ToPreload> {
  try {
    const handler = sender.ipc._handlerOf(channel) ?? ipcMain._handlerOf(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    const result: unknown = await handler(new IpcEvent(sender), ...(decode(args) as unknown[]));
    return { kind: 'result', id, value: encode(result) };
  } catch (error) {
    say(`Error occurred in handler for '${channel}':`, error);
    return { kind: 'failure', id, message: String(error) };
  }
}

export async function deliverInvoke(
  sender: WebContents,
  message: Invoke,
  answer: (reply: ToPreload) => void,
): Promise<void> {
  answer(await resultOf(sender, message));
}

export function deliverSend(sender: WebContents, { channel, args }: Send): void {
  const values = decode(args) as unknown[];
  const event = new IpcEvent(sender);
  sender.emit('ipc-message', event, channel, ...values);
  const receivers: IpcMain[] = [sender.ipc, ipcMain];
  for (const receiver of receivers) receiver.emit(channel, event, ...values);
}
