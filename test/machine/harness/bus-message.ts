/** The little of the D-Bus wire format that a polkit agent needs (D-Bus specification, "Marshaling"); little endian. */
export class BusWriter {
  private bytes = Buffer.alloc(0);

  align(boundary: number): this {
    const rest = this.bytes.length % boundary;
    return rest === 0 ? this : this.raw(Buffer.alloc(boundary - rest));
  }

  raw(more: Buffer): this {
    this.bytes = Buffer.concat([this.bytes, more]);
    return this;
  }

  byte(value: number): this {
    return this.raw(Buffer.from([value]));
  }

  uint32(value: number): this {
    this.align(4);
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return this.raw(bytes);
  }

  uint64(value: bigint): this {
    this.align(8);
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(value);
    return this.raw(bytes);
  }

  /** Strings and object paths. */
  text(value: string): this {
    return this.uint32(Buffer.byteLength(value)).raw(Buffer.from(`${value}\0`));
  }

  signature(value: string): this {
    return this.byte(value.length).raw(Buffer.from(`${value}\0`));
  }

  /** An array: its length in bytes does not count the padding before the first element. */
  array(elementBoundary: number, write: (inner: this) => void): this {
    this.uint32(0);
    const lengthAt = this.bytes.length - 4;
    this.align(elementBoundary);
    const start = this.bytes.length;
    write(this);
    this.bytes.writeUInt32LE(this.bytes.length - start, lengthAt);
    return this;
  }

  toBuffer(): Buffer {
    return this.bytes;
  }
}

export class BusReader {
  constructor(
    private readonly bytes: Buffer,
    private at = 0,
  ) {}

  align(boundary: number): this {
    this.at = Math.ceil(this.at / boundary) * boundary;
    return this;
  }

  byte(): number {
    this.at += 1;
    return this.bytes.readUInt8(this.at - 1);
  }

  uint32(): number {
    this.align(4);
    this.at += 4;
    return this.bytes.readUInt32LE(this.at - 4);
  }

  text(): string {
    return this.take(this.uint32());
  }

  signature(): string {
    return this.take(this.byte());
  }

  /** Reads the elements of an array with `read`, one after the other. */
  array<Element>(elementBoundary: number, read: () => Element): readonly Element[] {
    const length = this.uint32();
    this.align(elementBoundary);
    const end = this.at + length;
    const elements: Element[] = [];
    while (this.at < end) elements.push(read());
    return elements;
  }

  /** A variant that holds a string, an object path, a signature or a 32-bit number; anything else is a surprise. */
  variant(): string | number {
    const kind = this.signature();
    if (kind === 's' || kind === 'o') return this.text();
    if (kind === 'g') return this.signature();
    if (kind === 'u' || kind === 'i' || kind === 'b') return this.uint32();
    throw new Error(`A D-Bus variant of type ${kind} was not expected.`);
  }

  private take(length: number): string {
    const text = this.bytes.toString('utf8', this.at, this.at + length);
    this.at += length + 1;
    return text;
  }
}
