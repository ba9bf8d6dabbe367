/** What changed in an entry: which fields, from what to what, and nothing of what is only written. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { champsDe, changementsDeChamps } from '../../src/build/changements/champs.js';
import { changementsDits } from '../../src/build/changements/champs-dits.js';
import { comparer, lignesDe } from '../../src/build/changements/diff.js';
import { empreinteDe, type Fiche } from '../../src/build/changements/fiches.js';
import { PAR_DEFAUT } from '../../src/build/inputs/parameters.js';
import { memoireDeVersion } from '../../src/build/memoire.js';
import { describeFile, type Manifeste } from '../../src/build/release/manifest.js';
import { etude } from '../analysis/small-study.js';
import { temporaryFolder } from '../support/temporary.js';

const dits = (avant: Fiche, apres: Fiche): string => {
  const [a, b] = [champsDe(avant), champsDe(apres)];
  return changementsDits(changementsDeChamps(a, b), { ...a.noms, ...b.noms }).replaceAll(/[\u00a0\u202f]/g, ' ');
};

const scenario = {
  id: 's',
  resume: 'Une équipe reçoit.',
  delai_mise_en_place_mois: 3,
  moyens: {
    humains: [{ id: 'agent', profil: 'Animateur.', etp: 0.8, cout_annuel: { min: 38000, mode: 40000, max: 43000 } }],
  },
  financements: [
    { id: 'aide', libelle: 'Aide', taux: 0.5, statut: 'sollicite' },
    { id: 'propre', libelle: 'Budget propre', montant: 1000 },
  ],
};

describe('the fields that changed', () => {
  it('are told with their figures, their dates, and the item that they are of', () => {
    expect(
      dits(
        { id: 'a', date: '2018-02-01', participants: { habitants: 4 } },
        { id: 'a', date: '2018-03-02', participants: { habitants: 5 } },
      ),
    ).toBe('date : 01/02/2018 → 02/03/2018 ; participants, habitants : 4 → 5');
    const agent = { ...scenario.moyens.humains[0], etp: 1.1, cout_annuel: { min: 38000, mode: 41000, max: 43000 } };
    expect(dits(scenario, { ...scenario, moyens: { humains: [agent] } })).toBe(
      'humains « Animateur », ETP : 0,8 → 1,1 ; humains « Animateur », coût annuel : 40 000 (38 000 à 43 000) → 41 000 (38 000 à 43 000)',
    );
  });

  it('are named alone where they hold words: what was written before is not kept', () => {
    const after = { ...scenario, resume: 'Un relais reçoit.' };
    expect(dits(scenario, after)).toBe('résumé');
    expect(JSON.stringify(champsDe(scenario))).not.toContain('Une équipe');
    expect(
      dits(scenario, {
        ...scenario,
        financements: [{ ...scenario.financements[0], statut: 'acquis' }, scenario.financements[1]],
      }),
    ).toBe('financements « Aide », statut');
  });

  it('are one where a whole item comes or goes', () => {
    const [aide] = scenario.financements;
    expect(dits(scenario, { ...scenario, financements: [aide] })).toBe('financements « Budget propre » : retrait');
    const exigence = { id: 'deux', ref: 'art. 4', texte: 'Proposer deux scénarios', attendu: { min: 2 } };
    expect(dits({ exigences: [] }, { exigences: [exigence] })).toBe('exigences « Proposer deux scénarios » : ajout');
    expect(dits({ exigences: [exigence] }, { exigences: [{ ...exigence, attendu: { min: 3 } }] })).toBe(
      'exigences « Proposer deux scénarios », attendu, min : 2 → 3',
    );
    expect(dits({ presents: [] }, { presents: [{ organisme: 'Syndicat', representants: 2 }] })).toBe(
      'présents « Syndicat » : ajout',
    );
    expect(dits({ ...scenario, financements: [aide] }, scenario)).toBe('financements « Budget propre » : ajout');
  });

  it('tell what a field was when it comes or goes, and are counted beyond four', () => {
    const { delai_mise_en_place_mois: _, ...without } = scenario;
    expect(dits(without, scenario)).toBe('délai mise en place mois : — → 3');
    expect(dits(scenario, without)).toBe('délai mise en place mois : 3 → —');
    const many = (n: number) => Object.fromEntries('bcdefgh'.split('').map((key) => [key, n]));
    expect(dits(many(1), many(2))).toBe('b : 1 → 2 ; c : 1 → 2 ; d : 1 → 2 ; e : 1 → 2 ; et 3 autres champs');
    expect(dits({ a: 1, b: 1, c: 1, d: 1, e: 1 }, { a: 2, b: 2, c: 2, d: 2, e: 2 })).not.toContain('autres champs');
  });

  it('are none in another order of the keys, however deep', () => {
    const deep = (e: object, n: number) => ({ a: { b: { c: { d: { e } } } }, n });
    expect(dits(deep({ x: 1, y: 2 }, 1), deep({ y: 2, x: 1 }, 2))).toBe('n : 1 → 2');
    expect(dits(deep({ x: 1, y: 2 }, 1), deep({ y: 3, x: 1 }, 1))).toBe('à, b, c, d, e');
    expect(dits({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toBe('');
  });
});

describe('two releases', () => {
  const contenu = (collection: string, fiche: Fiche) => ({
    fiches: { [collection]: { [collection]: { libelle: 'X', sha256: empreinteDe(fiche) } } },
    scenarios: {},
    retenu: null,
  });
  const entre = (collection: string, avant: Fiche, apres: Fiche, known = true) => {
    const [a, b] = [contenu(collection, avant), contenu(collection, apres)];
    const memoires = known ? ([() => champsDe(avant), () => champsDe(apres)] as const) : undefined;
    return lignesDe(comparer(a, b, memoires), b).map(({ changement }) => changement);
  };
  it('do not differ by their number and their date alone, which are told beside', () => {
    expect(entre('etude', { version: '1.0', date: '2018-01-01' }, { version: '1.1', date: '2018-02-01' })).toEqual([]);
    expect(entre('etude', { version: '1.0', graine: 1 }, { version: '1.1', graine: 2 })).toEqual([
      'fiche modifiée : graine : 1 → 2',
    ]);
    expect(entre('territoire', { version: '1.0' }, { version: '1.1' })).toHaveLength(1);
  });
  it('tell of the texts where both remember them, each with its deliverable', () => {
    const [sans, avec] = [contenu('etude', {}), contenu('etude', {})].map((one, i) => ({
      ...one,
      fiches: {
        ...one.fiches,
        ...(i ? { textes: { 'diagnostic/essentiel': { libelle: 'L’essentiel', sha256: 'x' } } } : {}),
      },
    }));
    if (!sans || !avec) throw new Error('two contents expected');
    const vide = { ...sans, fiches: { ...sans.fiches, textes: {} } };
    expect(comparer(sans, avec).fiches).toEqual([]);
    expect(lignesDe(comparer(vide, avec), avec)).toEqual([
      { partie: 'Textes de l’auteur', objet: 'L’essentiel, « Diagnostic »', changement: 'texte ajouté' },
    ]);
  });
  it('have no fields where the data that travel with one are no data', async () => {
    const folder = await temporaryFolder();
    const memoire = async (text: string) => {
      await writeFile(join(folder, 'etude.json'), text);
      const sorties = [describeFile('etude.json', new TextEncoder().encode(text))];
      const manifeste = { livrables: [{ id: 'etude', empreinte: '', parametres: PAR_DEFAUT, sorties }] };
      return (await memoireDeVersion(folder, manifeste as unknown as Manifeste))('acteurs', 'a', 'x');
    };
    expect(await memoire(JSON.stringify({ ...etude(), acteurs: [{ id: 'a', nombre: 3 }] }))).toEqual({
      valeurs: { nombre: 3 },
      noms: {},
    });
    for (const spoilt of ['pas du JSON', '[]', '{"acteurs": 3}', '{"acteurs": [null, 2]}'])
      expect(await memoire(spoilt)).toBeNull();
  });
  it('differ by an entry whose fields nobody kept', () => {
    expect(entre('etude', { version: '1.0' }, { version: '1.1' }, false)).toEqual(['fiche modifiée']);
  });
});
