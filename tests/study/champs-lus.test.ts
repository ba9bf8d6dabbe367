import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Shape } from '../../src/study/shape.js';
import { SHAPES } from '../../src/study/shapes.gen.js';
import { champsLus } from '../support/champs-lus.js';
import { cheminsDesModeles } from '../support/modeles-lus.js';

const ROOT = process.cwd();

/** What the compiler cannot follow: where the program reads them all the same, and by which words. */
const AILLEURS: readonly (readonly [champ: RegExp, file: string, words: string])[] = [
  [/^Etude\.schema_version$/, 'src/study/schema/version.ts', 'etude.value.schema_version'],
  [
    /^Etude\.(publics|domaines|fonctions|modalites)\.description$/,
    'templates/diagnostic/methode.md.hbs',
    '#if description',
  ],
  [/^ModeOperatoire\.instances\./, 'src/exhibits/mode-operatoire/organisation.ts', 'mode.instances'],
];

/** Variables of the templates that are an entry whole. */
const RACINES: Readonly<Record<string, string>> = {
  Etude: 'etude',
  Territoire: 'territoire',
  ModeOperatoire: 'mode',
  CadreEvaluation: 'cadre',
  Reunion: 'reunion',
};

const TYPES: Readonly<Record<string, string>> = {
  Acteur: 'acteurs',
  Action: 'actions',
  Besoin: 'besoins',
  CadreEvaluation: 'evaluation',
  Charte: 'theme',
  Contrat: 'contrat',
  Criteres: 'criteres',
  Etude: 'etude',
  Experience: 'experiences',
  ModeOperatoire: 'mode-operatoire',
  Outil: 'outils',
  Participation: 'participation',
  Priorites: 'priorites',
  Projet: 'projets',
  Reference: 'references',
  Reunion: 'reunions',
  Scenario: 'scenarios',
  Source: 'sources',
  Territoire: 'territoire',
};

/** The shapes met on the way to a field, the field last. */
function chemin(champ: string): Shape[] {
  const [type = '', ...keys] = champ.split('.');
  const found: Shape[] = [];
  let at: Shape | undefined = SHAPES[TYPES[type] ?? ''];
  for (const key of keys) {
    while (at && !at.properties && (at.items || at.values)) at = at.items ?? at.values;
    at = at?.properties?.[key];
    if (at) found.push(at);
  }
  return found;
}

/** `annexesDe` and `sourcesCitees` gather every id of these that a part of the study names. */
const cite = ({ reference, items }: Shape): boolean =>
  ['sources', 'references'].includes(reference ?? items?.reference ?? '');

const { tous, lus } = champsLus(ROOT);
const modeles = cheminsDesModeles(`${ROOT}/templates`);
const luParUnModele = (champ: string): boolean => {
  const [holder = '', key = ''] = champ.split('.').slice(-2);
  return modeles.has(`${RACINES[holder] ?? holder}.${key}`);
};
const declare = (champ: string): boolean => chemin(champ).some(({ documentary }) => documentary !== undefined);

describe('no field of a study is silent', () => {
  it('reads each field, or declares it documentary', () => {
    const muets = tous.filter(
      (champ) =>
        !lus.has(champ) &&
        !luParUnModele(champ) &&
        !declare(champ) &&
        !chemin(champ).slice(-1).some(cite) &&
        !AILLEURS.some(([pattern]) => pattern.test(champ)),
    );
    expect(muets).toEqual([]);
  });

  it('knows the type of every inventory, and every field of it', () => {
    expect(Object.values(TYPES).sort()).toEqual(Object.keys(SHAPES).sort());
    expect(tous.length).toBeGreaterThan(1000);
    expect(tous.filter((champ) => TYPES[champ.split('.')[0] ?? ''] && chemin(champ).length === 0)).toEqual([]);
  });

  it('declares documentary no field that the program reads', () => {
    // A comment of a key figure is printed; a rule asks whether there is any contact, another looks for a birth in what an experience became.
    const shared = [/\.commentaire$/, /\.contacts$/, /^Experience\.actualisations\.texte$/];
    const both = tous.filter(
      (champ) =>
        lus.has(champ) && !shared.some((one) => one.test(champ)) && chemin(champ).at(-1)?.documentary !== undefined,
    );
    expect(both).toEqual([]);
  });

  it('keeps no exception for what the compiler follows, nor for what is read no more', () => {
    for (const [pattern, file, words] of AILLEURS) {
      expect(
        tous.some((champ) => pattern.test(champ) && !lus.has(champ)),
        String(pattern),
      ).toBe(true);
      expect(readFileSync(`${ROOT}/${file}`, 'utf8'), file).toContain(words);
    }
  });
});
