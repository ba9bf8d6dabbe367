/** What each rule of conformity says of the inventories: nothing, a part, all, and at the limits. */
import { describe, expect, it } from 'vitest';
import { analyserConformite } from '../../../src/analysis/conformite/index.js';
import { etudeAu } from '../../../src/analysis/dates.js';
import { analyseDiagnostic } from '../../../src/analysis/diagnostic-complet.js';
import type { Study } from '../../../src/study/study.js';
import { acteur, action, besoin, DATE, etude, experience, outil, rencontre } from '../small-study.js';

const plain = (text: string): string => text.replace(/\s/g, ' ');
const juge = (regle: string, rest: object, exigence: object = {}): string => {
  const study = {
    ...etude(),
    ...rest,
    contrat: { exigences: [{ id: 'e', ref: '1', texte: 'T', livrable: 'diagnostic', regle, ...exigence }] },
  } as unknown as Study;
  const [one] = analyserConformite(etudeAu(study, DATE).etude, analyseDiagnostic(study, DATE)).exigences;
  return plain(`${one?.etat} : ${one?.motif}`);
};

describe('requirements made of the diagnostic', () => {
  it('needs of each public', () => {
    const two = [besoin('a'), besoin('b', { public: 'familles' })];
    expect(juge('besoins-par-public', { besoins: two })).toBe('complete : 2 besoins recensés pour 2 publics sur 2.');
    expect(juge('besoins-par-public', { besoins: two.slice(1) })).toBe(
      'partielle : 1 besoin recensé pour 1 public sur 2 ; sans besoin : « Écoles ».',
    );
    expect(juge('besoins-par-public', {})).toBe('manquante : Aucun besoin recensé pour aucun public sur 2.');
    expect(juge('besoins-par-public', { besoins: two.map((one) => ({ ...one, fiabilite: 'illustratif' })) })).toMatch(
      /^exemple : 2 besoins recensés pour 2 publics sur 2 ; .*à remplacer par des données recueillies\.$/,
    );
  });

  it('actions of each domain, analysed for more than half of them', () => {
    const whole = { domaines: ['eau', 'air'], reussites: ['R'], freins: ['F'], enseignements: ['E'], cout: 1 };
    const of = (...list: object[]) =>
      juge('actions-par-domaine', { actions: list.map((one, i) => action(`a${i}`, one as never)) });
    const deux = '2 actions recensées sur le territoire, dans 2 domaines sur 2';
    expect(of(whole)).toBe('complete : 1 action recensée sur le territoire, dans 2 domaines sur 2.');
    expect(of({ ...whole, domaines: ['eau'] })).toBe(
      'partielle : 1 action recensée sur le territoire, dans 1 domaine sur 2 ; sans action : « Air ».',
    );
    expect(of()).toMatch(/^manquante : Aucune action recensée sur le territoire, dans aucun domaine sur 2/);
    // Half of them is not more than half.
    expect(of(whole, { ...whole, reussites: [] })).toBe(
      `partielle : ${deux} ; facteurs de réussite relevés pour 1 sur 2 seulement.`,
    );
    expect(of(whole, { ...whole, freins: undefined })).toBe(
      `partielle : ${deux} ; freins relevés pour 1 sur 2 seulement.`,
    );
    expect(of(whole, { ...whole, enseignements: undefined })).toBe(
      `partielle : ${deux} ; enseignements tirés pour 1 sur 2 seulement.`,
    );
    expect(of(whole, { ...whole, cout: undefined })).toBe(`partielle : ${deux} ; coûts connus pour 1 sur 2 seulement.`);
    expect(of(whole, whole, { ...whole, freins: [], cout: undefined })).toMatch(/^complete/);
    expect(of({ domaines: ['eau', 'air'] })).toBe(
      'partielle : 1 action recensée sur le territoire, dans 2 domaines sur 2 ; facteurs de réussite relevés pour aucune ; freins relevés pour aucune ; enseignements tirés pour aucune ; coûts connus pour aucune.',
    );
  });

  it('actors and tools that can be mobilised, and met', () => {
    const met = acteur('x', { engagement: 'contacte', fiabilite: 'source' });
    const of = (acteurs: object[], outils: object[], besoins: object[] = []) =>
      juge('inventaire-mobilisables', { acteurs, outils, besoins });
    expect(of([met], [outil('o')])).toBe('complete : 1 acteur et 1 outil inventorié.');
    expect(of([met], [])).toBe('partielle : 1 acteur et aucun outil inventorié ; aucun outil.');
    expect(of([], [outil('o')])).toBe('partielle : Aucun acteur et 1 outil inventorié ; aucun acteur.');
    expect(of([], [])).toContain('manquante : Aucun acteur et aucun outil inventorié.');
    expect(of([met, acteur('y')], [outil('o')])).toBe(
      'partielle : 2 acteurs et 1 outil inventorié ; acteurs sans contact connu : 1 sur 2.',
    );
    const named = { ...acteur('z'), cite_au_contrat: true };
    expect(of([{ ...met, cite_au_contrat: true }, acteur('y'), named], [outil('o')])).toContain(
      'acteurs sans contact connu : 2 sur 3, dont 1 des 2 que le contrat nomme.',
    );
    expect(of([met], [outil('o')], [besoin('b', { public: 'familles' }), besoin('c')])).toBe(
      'partielle : 1 acteur et 1 outil inventorié ; 1 besoin sans acteur identifié.',
    );
    expect(of([{ ...met, fiabilite: 'illustratif' }], [outil('o')])).toBe(
      'exemple : 1 acteur et 1 outil inventorié ; engagement illustratif pour 1 acteur.',
    );
  });

  it('a participation of all the publics, by several methods', () => {
    const of = (...list: object[]) =>
      juge('demarche-participative', { participation: list.map((one, i) => rencontre(`r${i}`, one as never)) });
    const all = { participants: { ecoles: 20, familles: 20 } };
    expect(of(all, { ...all, type: 'forum' })).toMatch(/^complete : 80 participations par 2 méthodes sur \d+\.$/);
    expect(of(all)).toMatch(/^partielle : 40 participations par 1 méthode sur \d+ ; une seule méthode employée\.$/);
    expect(of(all, { type: 'forum', participants: {} })).toMatch(/^complete/);
    expect(of({ participants: { ecoles: 19 } }, { type: 'forum', participants: {} })).toMatch(
      /^partielle : .* ; publics non entendus : « Familles » ; publics peu entendus : « Écoles »\.$/,
    );
    expect(of()).toMatch(/^manquante : Aucune participation par aucune méthode/);
  });

  it('experiences compared, as many as asked', () => {
    const of = (list: object[], exigence: object = {}) =>
      juge('experiences-comparees', { experiences: list }, exigence);
    expect(of([])).toContain('manquante : Aucune expérience retenue');
    expect(of([experience('a', { retenue: false })])).toContain('manquante : Aucune expérience retenue sur 1 étudiée');
    expect(of([experience('a')], { attendu: 2 })).toMatch(
      /^partielle : 1 expérience retenue ; 2 demandés ; transférabilité non notée pour toutes/,
    );
    expect(of([experience('a')])).toMatch(/comparées sur \d+ axes? sur \d+ seulement/);
    expect(of([experience('a'), experience('b', { retenue: false })])).toContain('1 expérience retenue sur 2 étudiées');
  });

  it('a committee whose members have named who sits on it', () => {
    const of = (...comite_pilotage: object[]) =>
      juge('comite-pilotage', { etude: { ...etude().etude, comite_pilotage } });
    expect(of({ organisme: 'A', designes: true })).toBe('complete : 1 organisme membre.');
    expect(of({ organisme: 'A', designes: true }, { organisme: 'B' })).toBe(
      'partielle : 2 organismes membres ; représentants à désigner pour 1 sur 2.',
    );
    expect(of()).toBe('manquante : Aucun organisme membre.');
  });
});
