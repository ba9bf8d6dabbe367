/**
 * Width of a text, in widths of a digit: what the columns of a spreadsheet are counted in. Measured in Carlito, which has the widths of Calibri; in DejaVu Sans, the
 * widest face that a system brings in its place, texts are as wide to their own digits within two hundredths.
 */

/** Hundredths of the width of a digit, and the characters that take it. */
const WIDTHS: readonly (readonly [hundredths: number, characters: string])[] = [
  [45, " il'|j\u00a0\u202f"],
  [50, ',.’I·'],
  [53, ';:'],
  [61, 'f()-[]J!'],
  [68, 'rt²°'],
  [77, 's/z"“”'],
  [84, 'cLx'],
  [90, 'vykFS?Z'],
  [95, 'agETY'],
  [98, 'e–=+*_'],
  [102, '«»PX€K'],
  [104, 'bdhnopquC'],
  [108, 'BR'],
  [113, 'VA'],
  [122, 'DHG'],
  [128, 'NU'],
  [132, 'OQ'],
  [136, '&…'],
  [141, 'w%'],
  [158, 'm'],
  [169, 'Mœæ'],
  [178, 'W—ŒÆ'],
];

const KNOWN = new Map(WIDTHS.flatMap(([hundredths, characters]) => [...characters].map((one) => [one, hundredths])));

/** Of a digit, and of a sign that is in no list; of one that is drawn in a square. */
const DIGIT = 100;
const SQUARE = 200;

/** No character is wider, in widths of a digit. */
export const WIDEST = SQUARE / 100;

function widthOf(character: string): number {
  const known = KNOWN.get(character);
  if (known !== undefined) return known;
  const [base = character] = character.normalize('NFD');
  const width = KNOWN.get(base) ?? ((character.codePointAt(0) ?? 0) >= 0x2e80 ? SQUARE : DIGIT);
  KNOWN.set(character, width);
  return width;
}

export function textWidth(text: string): number {
  let hundredths = 0;
  for (const character of text) hundredths += widthOf(character);
  return hundredths / 100;
}
