/** Slips of the hand that make the YAML parser stumble, at the place where the hand must go. */
export interface Stumble {
  code: string;
  start: number;
  end: number;
}

/** The `[]` of an inventory still empty, left before or after its entries. */
function emptyListsLeft(text: string): Stumble[] {
  const lines = [...text.matchAll(/^[ \t]*([^#\s].*)$/gm)];
  return lines.flatMap(({ index, 0: whole, 1: content = '' }, i) => {
    const before = lines[i - 1]?.[1] ?? '';
    const after = lines[i + 1]?.[1] ?? '';
    if (!/^\[\s*\]\s*$/.test(content) || (!after.startsWith('- ') && (before === '' || before.endsWith(':'))))
      return [];
    const start = index + whole.indexOf('[');
    return [{ code: 'EMPTY_LIST_LEFT', start, end: start + content.trimEnd().length }];
  });
}

/** `nom: 'Foyer de l'Orme'`: the apostrophe of the text closes it. */
const apostrophesWithin = (text: string): Stumble[] =>
  [...text.matchAll(/(?:[:,[{]\s|^[ \t]*-\s)\s*'(?:[^'\n]|'')*?\p{L}(')(?=\p{L})/gmu)].map(({ index, 0: found }) => {
    const start = index + found.length - 1;
    return { code: 'APOSTROPHE_WITHIN', start, end: start + 1 };
  });

/** `-id: …` for `- id: …`. */
const dashesAgainstAWord = (text: string): Stumble[] =>
  [...text.matchAll(/^[ \t]*-(?=[\p{L}_]+[\w-]*:(?:\s|$))/gmu)].map(({ index, 0: found }) => {
    const start = index + found.length - 1;
    return { code: 'DASH_AGAINST_A_WORD', start, end: start + 1 };
  });

/** A field set further right than the one above, which has its value already. */
const tooFarRight = (text: string): Stumble[] =>
  [...text.matchAll(/^( *(?:- +)?)\w[\w-]*: +[^\s|>&!#'"{[][^:#{["'\n]*(?=\n( +)(\w[\w-]*):(?: |\n))/gm)].flatMap(
    ({ index, 0: whole, 1: above = '', 2: indent = '', 3: key = '' }) => {
      if (indent.length <= above.length) return [];
      const start = index + whole.length + 1 + indent.length;
      return [{ code: 'TOO_FAR_RIGHT', start, end: start + key.length }];
    },
  );

/** `type:copil`: without a space, the colon is a letter of the word. */
const colonsAgainstAWord = (text: string): Stumble[] =>
  [...text.matchAll(/^[ \t]*(?:- +)?[a-z]\w*:(?=[^\s:/])/gm)].map(({ index, 0: found }) => {
    const start = index + found.length - 1;
    return { code: 'COLON_AGAINST_A_WORD', start, end: start + 1 };
  });

/** What a word processor puts in place of the dash of a list. */
export const FAUX_TIRET = /^[–—−‐‑•·●▪◦][ \t\u00a0\u202f]/;
/** `– id: b1`, `• Cher`: the dash of a list in another sign. Those of a text written over several lines (« | » or « > ») are its own. */
function dashesInAnotherSign(text: string): Stumble[] {
  let block: number | null = null;
  return [...text.matchAll(/^( *)(\S.*)$/gm)].flatMap(({ index, 1: { length: indent } = '', 2: line = '' }) => {
    if (block !== null && indent > block) return [];
    block = /(?:^|[\s:-])[|>][-+\d]*[ \t]*(?:#.*)?$/.test(line) ? indent : null;
    const start = index + indent;
    return FAUX_TIRET.test(line) && line.length > 2 ? [{ code: 'SIGN_FOR_A_DASH', start, end: start + 1 }] : [];
  });
}

/** What looks like a colon: that of full width, of forms, of ratios. */
export const FAUX_DEUX_POINTS = /^[a-z]\w*[：﹕∶꞉]/;
/** `libelle： Nager`. */
const colonsInAnotherSign = (text: string): Stumble[] =>
  [...text.matchAll(/^[ \t]*(?:- +)?[a-z]\w*([：﹕∶꞉])/gm)].map(({ index, 0: found }) => {
    const start = index + found.length - 1;
    return { code: 'SIGN_FOR_A_COLON', start, end: start + 1 };
  });

/** `nom: "Foyer de l'Orme`, `nom: 'Foyer`, before another field: where the quote should close it. */
export const quotesLeftOpen = (text: string): Stumble[] =>
  [
    ...text.matchAll(
      /^[ \t]*(?:- +)*[a-z]\w*: +(?:"(?:[^"\\\n]|\\.)*|'(?:[^'\n]|'')*)(?=\n[ \t]*(?:- +)?[a-z]\w*:(?: |\r?\n))/gm,
    ),
  ].map(({ index, 0: found }) => {
    const start = index + found.length;
    return { code: /^[^:]*: +"/.test(found) ? 'QUOTE_LEFT_OPEN' : 'APOSTROPHE_LEFT_OPEN', start, end: start + 1 };
  });

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** What a brace or a bracket left open is called. */
const leftOpen = ({ sign, at }: { sign: string; at: number }): Stumble => ({
  code: sign === '{' ? 'BRACE_LEFT_OPEN' : 'BRACKET_LEFT_OPEN',
  start: at,
  end: at + 1,
});

/** Braces and brackets that nothing closes before the next entry, the next field or another closing sign. */
function leftOpens(text: string): Stumble[] {
  const found: Stumble[] = [];
  const open: { sign: string; at: number }[] = [];
  // What may open a text is looked at before what stands in front of it: thousands of empty lines would be gone back over from each.
  const scan =
    /(?<comment>(?:^|\s)#.*)|(?=["'])(?<=[{[,:-]\s*)(?<quoted>"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*')|(?<entry>^[ \t]*(?:- |[a-z]\w*: ))|(?<=[{[,:\-\s])(?<opening>[{[])|(?<closing>[}\]])/gm;
  for (const { index, groups = {} } of text.matchAll(scan)) {
    const { entry, opening, closing } = groups;
    const last = open.at(-1);
    if (entry !== undefined && last) {
      found.push(leftOpen(last));
      open.length = 0;
    } else if (opening !== undefined) open.push({ sign: opening, at: index });
    else if (closing !== undefined && last) {
      open.pop();
      if (CLOSING[last.sign] !== closing) {
        found.push(leftOpen(last));
        open.length = 0;
      }
    }
  }
  const [first] = open;
  return first ? [...found, leftOpen(first)] : found;
}

export const slips = (text: string): Stumble[] => [
  ...emptyListsLeft(text),
  ...dashesAgainstAWord(text),
  ...dashesInAnotherSign(text),
  ...colonsInAnotherSign(text),
  ...colonsAgainstAWord(text),
  ...tooFarRight(text),
  ...apostrophesWithin(text),
  ...leftOpens(text),
];
