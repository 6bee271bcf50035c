import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { BusReader, BusWriter } from './bus-message';

const SOCKET = '/run/dbus/system_bus_socket';
const METHOD_CALL = 1;
const METHOD_RETURN = 2;
const ERROR = 3;

/** Header field codes of the D-Bus specification. */
const FIELD = { path: 1, interface: 2, member: 3, errorName: 4, replySerial: 5, destination: 6, sender: 7, body: 8 };

export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  /** Type of the body; empty where there is none. */
  readonly signature: string;
  readonly body: BusWriter;
}

/** A call that came in, to be answered with an empty return or with an error of this name. */
export interface IncomingCall {
  readonly member: string;
  readonly body: BusReader;
}
export type Answer = { readonly kind: 'return' } | { readonly kind: 'error'; readonly name: string };
export type Answerer = (call: IncomingCall) => Promise<Answer>;

interface Incoming {
  readonly type: number;
  readonly serial: number;
  readonly fields: ReadonlyMap<number, string | number>;
  readonly body: BusReader;
}

/** A connection to the private system bus, as root. */
export class SystemBus {
  private serial = 0;
  private received = Buffer.alloc(0);
  private readonly waiting = new Map<number, (reply: Incoming) => void>();

  private constructor(
    private readonly socket: Socket,
    private readonly answer: Answerer,
  ) {}

  /** Connects and says hello; throws where no bus listens. */
  static async open(answer: Answerer = () => Promise.reject(new Error('No D-Bus call was expected.'))) {
    const socket = connect(SOCKET);
    await once(socket, 'connect');
    const userInHex = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
    socket.write(`\0AUTH EXTERNAL ${userInHex}\r\n`);
    const [reply] = (await once(socket, 'data')) as [Buffer];
    if (!reply.toString().startsWith('OK ')) throw new Error(`The system bus refused: ${reply.toString()}`);
    socket.write('BEGIN\r\n');
    const bus = new SystemBus(socket, answer);
    socket.on('data', (bytes: Buffer) => {
      bus.receive(bytes);
    });
    await bus.call({ ...busDriver, member: 'Hello', signature: '', body: new BusWriter() });
    return bus;
  }

  /** Calls and waits for the reply's body; a D-Bus error is thrown by its name. */
  async call(call: BusCall): Promise<BusReader> {
    const reply = await new Promise<Incoming>((resolve) => {
      const serial = this.send(METHOD_CALL, call.signature, call.body, [
        [FIELD.path, 'o', call.path],
        [FIELD.interface, 's', call.interface],
        [FIELD.member, 's', call.member],
        [FIELD.destination, 's', call.destination],
      ]);
      this.waiting.set(serial, resolve);
    });
    if (reply.type === ERROR) {
      throw new Error(`${call.member}: ${String(reply.fields.get(FIELD.errorName))}: ${reply.body.text()}`);
    }
    return reply.body;
  }

  /** Whether some process offers this service now. */
  async hasOwner(name: string): Promise<boolean> {
    const body = new BusWriter().text(name);
    return (await this.call({ ...busDriver, member: 'NameHasOwner', signature: 's', body })).uint32() === 1;
  }

  close(): void {
    this.socket.destroy();
  }

  private send(
    type: number,
    signature: string,
    body: BusWriter,
    fields: readonly (readonly [number, 's' | 'o' | 'u', string | number])[],
  ): number {
    this.serial += 1;
    const bytes = body.toBuffer();
    const header = new BusWriter().raw(Buffer.from('l')).byte(type).byte(0).byte(1);
    header.uint32(bytes.length).uint32(this.serial);
    header.array(8, (inner) => {
      for (const [code, kind, value] of fields) {
        inner.align(8).byte(code).signature(kind);
        if (typeof value === 'number') inner.uint32(value);
        else inner.text(value);
      }
      if (signature !== '') inner.align(8).byte(FIELD.body).signature('g').signature(signature);
    });
    this.socket.write(Buffer.concat([header.align(8).toBuffer(), bytes]));
    return this.serial;
  }

  private receive(bytes: Buffer): void {
    this.received = Buffer.concat([this.received, bytes]);
    while (this.received.length >= 16) {
      const fieldsLength = this.received.readUInt32LE(12);
      const bodyAt = Math.ceil((16 + fieldsLength) / 8) * 8;
      const end = bodyAt + this.received.readUInt32LE(4);
      if (this.received.length < end) return;
      const message = this.received.subarray(0, end);
      this.received = this.received.subarray(end);
      this.dispatch(message, bodyAt);
    }
  }

  private dispatch(message: Buffer, bodyAt: number): void {
    const reader = new BusReader(message, 12);
    const fields = new Map(
      reader.array(8, () => {
        const code = reader.align(8).byte();
        return [code, reader.variant()] as const;
      }),
    );
    const body = new BusReader(message.subarray(bodyAt));
    const incoming = { type: message.readUInt8(1), serial: message.readUInt32LE(8), fields, body };
    if (incoming.type === METHOD_CALL) void this.reply(incoming);
    const serial = fields.get(FIELD.replySerial);
    if (typeof serial !== 'number') return;
    this.waiting.get(serial)?.(incoming);
    this.waiting.delete(serial);
  }

  private async reply({ serial, fields, body }: Incoming): Promise<void> {
    const answer = await this.answer({ member: String(fields.get(FIELD.member)), body });
    const common = [
      [FIELD.replySerial, 'u', serial],
      [FIELD.destination, 's', String(fields.get(FIELD.sender))],
    ] as const;
    if (answer.kind === 'return') this.send(METHOD_RETURN, '', new BusWriter(), common);
    else this.send(ERROR, '', new BusWriter(), [...common, [FIELD.errorName, 's', answer.name]]);
  }
}

const busDriver = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};
