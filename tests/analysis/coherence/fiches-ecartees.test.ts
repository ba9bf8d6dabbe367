/** The checks of one entry alone that a study sets aside: a reserve says of what, and why. */
import { describe, expect, it } from 'vitest';
import { reserves } from '../../../src/analysis/coherence/index.js';
import type { Study } from '../../../src/study/study.js';
import { acteur, besoin, etude } from '../small-study.js';

const motif = 'Gardés pour leur compétence.';
const study = (n: number, ecart: object = { regle: 'acteur-isole' }): Study => ({
  ...etude(),
  etude: { ...etude().etude, regles_ecartees: [{ motif, ...ecart } as never] },
  acteurs: Array.from({ length: n }, (_, i) => acteur(`a${i}`, { nom: `Organisme ${i}` })),
});
const said = (one: Study, livrable = 'diagnostic'): string[] =>
  reserves(one, livrable)
    .filter((reserve) => reserve.motif === motif)
    .flatMap(({ messages }) => messages.map((message) => message.replace(/\s/g, ' ')));

describe('the reserve of a check that is set aside', () => {
  it('names the entries, and those of its path alone when it has one', () => {
    expect(said(study(1))).toEqual(['fiche concernée : Organisme 0.']);
    expect(said(study(3))).toEqual(['fiches concernées : Organisme 0, Organisme 1 et Organisme 2.']);
    expect(said(study(3, { regle: 'acteur-isole', chemin: 'acteurs/a1' }))).toEqual(['fiche concernée : Organisme 1.']);
  });

  it('counts those beyond twenty, and says what is said of many at once', () => {
    const [only, ...others] = said(study(27));
    expect(others).toEqual([]);
    expect(only).toMatch(
      /^rien ne relie 27 acteurs au reste de l’étude .* : Organisme 0, .*Organisme 19 et 7 autres\.$/,
    );
  });

  it('says what is said of no entry in its own words, and stands without names where nothing is found', () => {
    const [one] = reserves({ ...study(1, { regle: 'public-sans-besoin' }), besoins: [besoin('b')] }, 'diagnostic');
    expect(one?.messages).toEqual(['aucun besoin n’est recensé pour le public « Familles ».']);
    expect(reserves(study(0), 'diagnostic')).toEqual([expect.objectContaining({ messages: [], motif })]);
    expect(said(study(3), 'scenarios')).toEqual([]);
  });
});
