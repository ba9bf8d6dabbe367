/** Changes in the text of a study's files: what is not concerned stays byte for byte, comments too. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lexer, parse, parseDocument } from 'yaml';
import { difference } from '../../src/edition/difference.js';
import { RetoucheImpossible } from '../../src/edition/noeuds.js';
import { type Retouche, retoucher } from '../../src/edition/retouche.js';
import type { Step } from '../../src/study/yaml/locate.js';
import { root } from '../support/cli.js';

const acteurs = `# Les acteurs.
- id: club # le premier
  nom: Club de pêche
  publics: [familles, pecheurs]
  liens:
    # déjà dit en réunion
    - { acteur: scierie, nature: Partenaire }

# celui du haut
- id: scierie
  nom: Scierie du Pont
  role: |
    Scie
    du bois.
`;

const definir = (chemin: Step[], valeur: unknown, ordre: string[] = []): Retouche => ({
  geste: 'definir',
  chemin,
  valeur,
  ordre,
});

describe('retoucher', () => {
  it('replaces a value and nothing else', () => {
    const after = retoucher(acteurs, [definir([0, 'nom'], 'Club des rives')]);
    expect(after).toBe(acteurs.replace('Club de pêche', 'Club des rives'));
  });

  it('replaces a whole entry, between others or last, without a line more nor less', () => {
    const text = '- id: x\n  v: 1\n- id: y\n  v: 2\n- id: z\n  v: 3\n';
    expect(retoucher(text, [definir([1], { id: 'w', v: 4 })])).toBe(text.replace('y\n  v: 2', 'w\n  v: 4'));
    expect(retoucher(text, [definir([2], { id: 'w', v: 4 })])).toBe(text.replace('z\n  v: 3', 'w\n  v: 4'));
    const texts = text.replace('v: 3', 'v: |\n    un\n    deux');
    expect(retoucher(texts, [definir([2], { id: 'w', v: 4 })])).toBe(text.replace('z\n  v: 3', 'w\n  v: 4'));
    expect(retoucher(text.trimEnd(), [definir([2], { id: 'w', v: 4 })])).toBe(
      text.trimEnd().replace('z\n  v: 3', 'w\n  v: 4'),
    );
  });

  it('adds a key after those that precede it, and quotes what YAML would take for something else', () => {
    const after = retoucher(acteurs, [definir([1, 'sigle'], '2018', ['id', 'nom', 'sigle', 'role'])]);
    expect(after).toBe(acteurs.replace('nom: Scierie du Pont\n', 'nom: Scierie du Pont\n  sigle: "2018"\n'));
  });

  it('adds an entry as the others are, with its origin as a comment', () => {
    const valeur = { id: 'moulin', nom: 'Moulin : le bas', publics: ['familles'] };
    const after = retoucher(acteurs, [{ geste: 'ajouter', chemin: [], valeur, commentaire: 'liste.xlsx, ligne 4' }]);
    expect(after).toBe(
      `${acteurs}\n# liste.xlsx, ligne 4\n- id: moulin\n  nom: "Moulin : le bas"\n  publics: [familles]\n`,
    );
  });

  it('makes changes that meet at one place: a key after a list that grows, an entry that grows before one that goes', () => {
    const text = 'a: 1\nl:\n  - id: x\n    v: 1\n  - id: y\n    v: 2\n  - id: z\n';
    const after = retoucher(text, [
      definir(['fin'], true),
      { geste: 'retirer', chemin: ['l', 1] },
      definir(['l', 0, 'w'], 3),
      { geste: 'ajouter', chemin: ['l'], valeur: { id: 'neuf' } },
    ]);
    expect(parse(after)).toEqual({ a: 1, l: [{ id: 'x', v: 1, w: 3 }, { id: 'z' }, { id: 'neuf' }], fin: true });
  });

  it('fills an empty list with as many entries as there are', () => {
    const ajouter = (chemin: Step[], id: string): Retouche => ({
      geste: 'ajouter',
      chemin,
      valeur: { id },
      commentaire: id,
    });
    expect(retoucher('# Rien encore.\n[]\n', [ajouter([], 'a'), ajouter([], 'b')])).toBe(
      '# Rien encore.\n# a\n- id: a\n# b\n- id: b\n',
    );
    const after = retoucher('l: [] # vide\nm: []\n', [ajouter(['l'], 'a'), ajouter(['m'], 'c'), ajouter(['l'], 'b')]);
    expect(parse(after)).toEqual({ l: [{ id: 'a' }, { id: 'b' }], m: [{ id: 'c' }] });
    expect(after).toContain('# vide');
  });

  it('keeps the comments of a list that is replaced', () => {
    const after = retoucher(acteurs, [definir([0, 'liens'], [{ acteur: 'moulin', nature: 'Voisin' }])]);
    expect(after).toContain('# déjà dit en réunion');
    expect(parse(after)).toMatchObject([{ liens: [{ acteur: 'moulin' }] }, { id: 'scierie' }]);
  });

  it('keeps line ends of Windows, and a file without a last line end', () => {
    const windows = acteurs.replaceAll('\n', '\r\n').trimEnd();
    const after = retoucher(windows, [{ geste: 'ajouter', chemin: [], valeur: { id: 'x' } }]);
    expect(after.startsWith(windows)).toBe(true);
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('says what it cannot do', () => {
    const aliases = 'a: &un [1]\nb: *un\n';
    expect(() => retoucher(aliases, [definir(['b', 0], 2)])).toThrow(RetoucheImpossible);
    expect(() => retoucher(acteurs, [definir([7, 'nom'], 'x')])).toThrow(RetoucheImpossible);
    expect(() => retoucher('a: [', [definir(['a'], 2)])).toThrow(RetoucheImpossible);
  });
});

/** Comments of a text, by the lexer and not by the code under test. */
const commentsOf = (text: string): string[] =>
  [...new Lexer().lex(text)].filter((token) => token.startsWith('#')).map((token) => token.trim());

const files = ['data', 'tests/fixtures/autre-etude', 'tests/fixtures/base'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(root, folder, name)),
);
const texts = files.map((path) => readFileSync(path, 'utf8')).filter((text) => text.length < 20_000);

/** Every path of a value, its own included. */
function paths(value: unknown, at: Step[] = []): Step[][] {
  const below = Array.isArray(value) ? [...value.entries()] : Object.entries((value as object | null) ?? {});
  return [at, ...(typeof value === 'object' ? below.flatMap(([step, child]) => paths(child, [...at, step])) : [])];
}

const text = fc.oneof(
  fc.constantFrom(
    'oui',
    'null',
    '12',
    '2018-02-15',
    'a: b',
    'x # y',
    '- z',
    '« mot »',
    "l'un",
    '',
    ' bord ',
    '*x',
    '12:30',
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }).filter((s) => !/[\p{C}\u2028\u2029]/u.test(s)),
  fc.lorem({ maxCount: 40 }),
  fc.constant('deux\nlignes\n'),
);
const plain = { noNullPrototype: true };
const scalar = fc.oneof(text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
const valeur = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 4 }),
  fc.dictionary(fc.constantFrom('id', 'nom', 'cout', 'é è', 'oui', '12'), scalar, {
    maxKeys: 3,
    noNullPrototype: true,
  }),
  fc.array(fc.record({ id: text, montant: fc.record({ min: fc.integer(), max: scalar }, plain) }, plain), {
    maxLength: 3,
  }),
);

describe('an element that ends on a block of text', () => {
  it('is replaced without what follows it', () => {
    const source = 'regles:\n  - regle: a\n    motif: >-\n      Un texte\n      plié.\n  - regle: b\n';
    expect(parse(retoucher(source, [definir(['regles', 0], [])]))).toEqual({ regles: [[], { regle: 'b' }] });
    expect(parse(retoucher(source, [definir(['regles', 0], { regle: 'c' })]))).toEqual({
      regles: [{ regle: 'c' }, { regle: 'b' }],
    });
  });
});

describe('properties, on the files of three studies', () => {
  const change = fc.record({
    file: fc.nat(texts.length - 1),
    at: fc.nat(),
    how: fc.constantFrom('definir', 'cle', 'ajouter', 'retirer'),
    valeur,
  });

  const retoucheOf = (source: string, at: number, how: string, value: unknown): Retouche => {
    const all = paths(parse(source)).filter((path) => path.length > 0);
    const chemin = all[at % all.length] ?? [];
    if (how === 'definir') return definir(chemin, value);
    if (how === 'cle') return definir([...chemin.slice(0, 1), 'cle_neuve'], value);
    if (how === 'retirer') return { geste: 'retirer', chemin };
    return { geste: 'ajouter', chemin: [], valeur: value };
  };

  it('one change reads as meant, keeps every comment, and shows a diff', () => {
    let made = 0;
    fc.assert(
      fc.property(change, ({ file, at, how, valeur: value }) => {
        const source = texts[file] ?? '';
        let after: string;
        try {
          after = retoucher(source, [retoucheOf(source, at, how, value)]);
        } catch (error) {
          if (error instanceof RetoucheImpossible) return;
          throw error;
        }
        made++;
        expect(parseDocument(after).errors).toEqual([]);
        const kept = commentsOf(after);
        for (const comment of commentsOf(source)) expect(kept).toContain(comment);
        expect(difference('x.yaml', source, after) === '').toBe(after === source);
      }),
      { numRuns: 150 },
    );
    expect(made).toBeGreaterThan(75);
  });

  it('a value given to itself changes the lines of that value alone', () => {
    for (const source of texts) {
      const value: unknown = parse(source);
      if (!Array.isArray(value) || value.length < 2) continue;
      const after = retoucher(source, [definir([1, 'id'], 'neuf')]);
      const [was, is] = [source.split('\n'), after.split('\n')];
      expect(is.filter((line, index) => line !== was[index])).toHaveLength(1);
      expect(is).toHaveLength(was.length);
    }
  });
});
