/** Actors: what each takes part in, those who are linked the most, and what the findings say of experiences that share something. */
import { describe, expect, it } from 'vitest';
import { analyseDiagnostic } from '../../../src/analysis/diagnostic-complet.js';
import type { Study } from '../../../src/study/study.js';
import { acteur, action, besoin, DATE, etude, experience, outil, rencontre } from '../small-study.js';

const analysed = (rest: Partial<Study>) => analyseDiagnostic(etude(rest), DATE);

describe('actors', () => {
  it('take part in the actions that they bore or shared, those that count', () => {
    const { liste } = analysed({
      acteurs: [acteur('x'), acteur('y'), acteur('z')],
      actions: [
        action('a', { porteur: 'x', partenaires: ['y'] }),
        action('b', { porteur: 'x' }),
        action('c', { porteur: 'y', fiabilite: 'illustratif' }),
      ],
    }).acteurs;
    expect(liste.map(({ id, actions }) => [id, actions])).toEqual([
      ['x', ['a', 'b']],
      ['y', ['a']],
      ['z', []],
    ]);
  });

  it('bring the days that their sheets give, and no others', () => {
    const days = (...given: (number | undefined)[]) =>
      analysed({
        acteurs: given.map((jours_an, i) => acteur(`a${i}`, jours_an === undefined ? {} : { moyens: { jours_an } })),
      }).acteurs.joursAn;
    expect(days(10, undefined, 0)).toEqual({ total: 10, connus: 2 });
    expect(days()).toEqual({ total: 0, connus: 0 });
    expect(days(undefined)).toEqual({ total: 0, connus: 0 });
  });

  it('come in the order of a French index, and their types by number, then by name', () => {
    const { liste, types } = analysed({
      acteurs: [
        acteur('c', { nom: 'Zone', type: 'reseau' }),
        acteur('a', { nom: 'Évian', type: 'scic' }),
        acteur('b', { nom: 'Fleur', type: 'reseau' }),
        acteur('d', { nom: 'Azur', type: 'entreprise' }),
      ],
    }).acteurs;
    expect(liste.map(({ nom }) => nom)).toEqual(['Azur', 'Évian', 'Fleur', 'Zone']);
    expect(types.map(({ id, nombre }) => [id, nombre])).toEqual([
      ['reseau', 2],
      ['entreprise', 1],
      ['scic', 1],
    ]);
  });
});

describe('findings', () => {
  it('say what the experiences retained share, where they share something', () => {
    const shared = (fonctions: string[], modalites: string[]) =>
      analysed({
        experiences: ['a', 'b'].map((id) => experience(id, { fonctions, modalites })),
      }).constats.experiences.find(({ code }) => code === 'experiences-communs');
    expect(shared(['former'], [])).toMatchObject({ fonctions: [{ id: 'former' }], modalites: [] });
    expect(shared([], ['visite'])).toMatchObject({ fonctions: [], modalites: [{ id: 'visite' }] });
    expect(shared([], [])).toBeUndefined();
  });

  it('are summed up one a subject, in a fixed order, by those that a chapter tells', () => {
    const { constats } = analysed({
      besoins: [besoin('b1', { importance: 5 }), besoin('b2')],
      acteurs: [acteur('x')],
      actions: [action('a')],
      outils: [outil('o')],
      participation: [rencontre('r')],
    });
    const { resume, ...chapitres } = constats;
    const told = Object.values(chapitres).flat();
    expect(resume.map(({ code }) => code)).toEqual([
      'participations',
      'besoin-premier',
      'couverture',
      'actions-volume',
      'precedents',
      'jamais-contactes',
      'outils-disponibles',
    ]);
    for (const one of resume) expect(told).toContain(one);
  });
});
