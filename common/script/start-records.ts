import type { Word } from './pieces';
import type { QemuStart, StartObstacle } from './qemu-start';

/** The starts of QEMU that were come across, each once, with the arguments of every way that led there. */
export class StartRecords {
  private readonly found = new Map<string, { readonly start: QemuStart; readonly variants: (readonly Word[])[] }>();

  record(program: string, word: Word, args: readonly Word[], obstacle: StartObstacle | null): void {
    const [first] = word.pieces;
    const key = `${String(word.written.start)} ${first?.kind === 'text' ? String(first.start) : ''}`;
    const known = this.found.get(key);
    if (known === undefined) {
      this.found.set(key, { start: { program, programWord: word, variants: [], obstacle }, variants: [args] });
    } else if (!known.variants.includes(args)) known.variants.push(args);
  }

  /** In the order of the script. */
  inOrder(): readonly QemuStart[] {
    const all = Array.from(this.found.values(), ({ start, variants }): QemuStart => ({ ...start, variants }));
    return all.sort((one, other) => one.programWord.written.start - other.programWord.written.start);
  }
}
