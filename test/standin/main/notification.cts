import { EventEmitter } from 'node:events';
import { ElectronEvent } from '../shared/electron-event.cjs';
import { record } from '../shared/record.cjs';
import { refuseUnknown } from '../shared/refuse.cjs';

interface NotificationOptions {
  readonly title?: string;
  readonly subtitle?: string;
  readonly body?: string;
  readonly silent?: boolean;
  readonly urgency?: string;
  readonly timeoutType?: string;
  readonly actions?: readonly object[];
}

/** Shows nothing; a test emits `click` itself. */
export class Notification extends EventEmitter {
  title: string;
  subtitle: string;
  body: string;
  silent: boolean;
  urgency: string;
  timeoutType: string;
  actions: readonly object[];

  constructor(options: NotificationOptions = {}) {
    super();
    this.title = options.title ?? '';
    this.subtitle = options.subtitle ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
    this.urgency = options.urgency ?? 'normal';
    this.timeoutType = options.timeoutType ?? 'default';
    this.actions = options.actions ?? [];
  }

  show(): void {
    record('Notification.show', this.title, this.body);
    setImmediate(() => this.emit('show', new ElectronEvent()));
  }

  close(): void {
    setImmediate(() => this.emit('close', new ElectronEvent()));
  }

  static isSupported(): boolean {
    return true;
  }
}

refuseUnknown(Notification, 'Notification');
