const LETTERS = 26;
/** As many as style/programs.css has. */
const COLOURS = 5;

/** A, B, C … Z, A …: how the figures name a VM or a program; its number counts from 0. */
export function programLetter(program: number): string {
  return String.fromCodePoint('A'.charCodeAt(0) + (program % LETTERS));
}

/** Which of the five colours it has, 0 to 4: the value of `data-program`. The letter tells apart those that share one. */
export function programColour(program: number): number {
  return program % COLOURS;
}
