/* eslint-disable @typescript-eslint/no-empty-function -- methods that Electron has and that change nothing here */
import { readFileSync } from 'node:fs';
import { refuseUnknown } from '../shared/refuse.cjs';

interface Size {
  readonly width: number;
  readonly height: number;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Size of a PNG, from its header. Electron reads PNG and JPEG; anything else, SVG too, is an empty image there. */
function pngSize(bytes: Buffer): Size | null {
  if (bytes.length < 24 || !bytes.subarray(0, 8).equals(PNG)) return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Keeps the bytes it was made of. Resizing changes the size it reports, not the bytes. */
export class NativeImage {
  readonly #bytes: Buffer;
  readonly #size: Size;
  isMacTemplateImage = false;

  constructor(bytes: Buffer, size: Size | null) {
    this.#bytes = size === null ? Buffer.alloc(0) : bytes;
    this.#size = size ?? { width: 0, height: 0 };
  }

  static fromBytes(bytes: Buffer): NativeImage {
    return new NativeImage(bytes, pngSize(bytes));
  }

  static fromFile(path: string): NativeImage {
    try {
      return NativeImage.fromBytes(readFileSync(path));
    } catch {
      return new NativeImage(Buffer.alloc(0), null);
    }
  }

  isEmpty(): boolean {
    return this.#bytes.length === 0;
  }

  getSize(): Size {
    return this.#size;
  }

  getAspectRatio(): number {
    return this.#size.height === 0 ? 1 : this.#size.width / this.#size.height;
  }

  toPNG(): Buffer {
    return this.#bytes;
  }

  toDataURL(): string {
    return `data:image/png;base64,${this.#bytes.toString('base64')}`;
  }

  resize(options: Partial<Size>): NativeImage {
    const ratio = this.getAspectRatio();
    const width = options.width ?? Math.round((options.height ?? this.#size.height) * ratio);
    const height = options.height ?? Math.round(width / ratio);
    return new NativeImage(this.#bytes, { width, height });
  }

  setTemplateImage(isTemplate: boolean): void {
    this.isMacTemplateImage = isTemplate;
  }

  isTemplateImage(): boolean {
    return this.isMacTemplateImage;
  }

  addRepresentation(): void {}
}

refuseUnknown(NativeImage, 'nativeImage');
