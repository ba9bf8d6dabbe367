/** Limits of the rules on who is heard, who may sign, and what a share may be. */
import { describe, expect, it } from 'vitest';
import { sansPersonnalite } from '../../../../src/analysis/coherence/regles/acteurs/sans-personnalite.js';
import { auDelaDeCent } from '../../../../src/analysis/coherence/regles/chiffres/au-dela-de-cent.js';
import { deliberationSansOrgane } from '../../../../src/analysis/coherence/regles/decisions/competences.js';
import { prioritaireNonEntendu } from '../../../../src/analysis/coherence/regles/diagnostic/publics-entendus.js';
import { etude } from '../../small-study.js';
import { avec, avecReunions, base, count, poste, reunion, said, tells, told } from '../told.js';

describe('whom a scenario serves first', () => {
  const first = base.publics_prioritaires[0] ?? '';
  const journal = (...entries: object[]) => avec({}, { participation: entries });
  it('was heard, where the journal says who was', () => {
    expect(tells(prioritaireNonEntendu, [journal({ participants: { [first]: 1 } })])[0]).toBe(
      base.publics_prioritaires.length > 1 ? 1 : 0,
    );
    const others = Object.fromEntries(etude().etude.publics.map(({ id }) => [id, 2]));
    expect(count(prioritaireNonEntendu, journal({ participants: others }))).toBe(0);
    expect(told(prioritaireNonEntendu, journal({ participants: { ...others, [first]: 0 } }))).toEqual([
      'scenarios/a/publics_prioritaires / participation',
    ]);
  });
  it('may have been among people of whom only the total is known', () => {
    const others = Object.fromEntries(etude().etude.publics.map(({ id }) => [id, id === first ? 0 : 2]));
    expect(count(prioritaireNonEntendu, journal({ participants: others }, { participants_total: 3 }))).toBe(0);
    expect(count(prioritaireNonEntendu, journal())).toBe(0);
  });
});

describe('who has no legal personality', () => {
  const acteurs = [
    { id: 'cdc', nom: 'CdC', type: 'collectivite' },
    { id: 'groupe', nom: 'Le groupe', type: 'collectif' },
    { id: 'reseau', nom: 'Le réseau', type: 'reseau' },
  ];
  const of = (own: object, rest: object = {}) => avec(own, { acteurs, ...rest });
  const employs = (porteur: string, more: object = {}) => ({ moyens: { humains: [{ ...poste, porteur, ...more }] } });
  it('employs nobody but volunteers, unless the scenario makes it a legal person', () => {
    expect(told(sansPersonnalite, of(employs('groupe')))).toEqual([
      `scenarios/a/moyens/humains/${poste.id}/porteur / acteurs/groupe/type`,
    ]);
    expect(said(sansPersonnalite, of(employs('groupe')))).toMatch(/« Le groupe », un collectif, emploie, et n’a pas/);
    expect(
      tells(sansPersonnalite, [
        of(employs('cdc')),
        of(employs('reseau')),
        of(employs('groupe', { categorie: 'benevole' })),
        of(employs('groupe', { etp: 0 })),
        of({ ...employs('groupe'), porteur: 'groupe', nouvelle_entite: true }),
        of({ ...employs('groupe'), porteur: 'groupe', nouvelle_entite: false }),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 1]);
  });
  it('is told once for all that it does', () => {
    const all = {
      moyens: {
        humains: [{ ...poste, porteur: 'groupe' }],
        materiels: [{ id: 'm', libelle: 'M', porteur: 'groupe', cout: 1, annee: 1 }],
        fonctionnement: [{ id: 'f', libelle: 'F', porteur: 'groupe', cout_annuel: 1 }],
      },
    };
    expect(said(sansPersonnalite, of(all))).toMatch(/emploie, achète et paie/);
    expect(count(sansPersonnalite, of(all))).toBe(1);
  });
});

describe('a share in per cent', () => {
  const key = (rest: object) => ({
    ...etude(),
    territoire: { ...etude().territoire, chiffres_cles: [{ id: 'c', libelle: 'C', unite: '%', ...rest }] },
  });
  const indicator = (rest: object) => ({
    ...etude(),
    mode_operatoire: {
      scenario: 'a',
      parcours: [],
      indicateurs: [{ id: 'i', libelle: 'I', unite: '%', cible: 90, ...rest }],
    },
  });
  it('holds in a hundred, unless a word beside it says of what it is', () => {
    expect(
      tells(auDelaDeCent, [
        key({ valeur: 100 }),
        key({ valeur: 100.5 }),
        key({ valeur: 104, commentaire: 'Base 100 en 2010.' }),
        key({ valeur: 104, unite: '% de 2010' }),
        key({ valeur: 'cent quatre' }),
        indicator({ mesures: [{ date: '2018', valeur: 120 }] }),
        indicator({ cible: 120 }),
        indicator({ cible: 120, methode: 'Rapporté à 2017.' }),
      ]),
    ).toEqual([0, 1, 0, 0, 0, 1, 1, 0]);
  });
});

describe('a deliberation', () => {
  it('names the body that deliberates', () => {
    const of = (rest: object) => avecReunions(reunion('r', '2018-01-10', rest));
    expect(
      tells(deliberationSansOrgane, [
        of({ type: 'deliberation' }),
        of({ type: 'deliberation', organe: 'le conseil' }),
        of({ type: 'copil' }),
      ]),
    ).toEqual([1, 0, 0]);
  });
});
