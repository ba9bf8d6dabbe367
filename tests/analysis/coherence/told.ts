/** What the tests of the rules of coherence share: what a rule tells, in short, and small studies to tell it of. */
import { contexteCoherence } from '../../../src/analysis/coherence/contexte.js';
import type { RegleCoherence } from '../../../src/analysis/coherence/regle.js';
import type { Study } from '../../../src/study/study.js';
import type { Scenario } from '../../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';
import { etude } from '../small-study.js';

export const found = (regle: RegleCoherence, study: object) => regle.verifier(contexteCoherence(study as Study));
/** How many contradictions a rule finds. */
export const count = (regle: RegleCoherence, study: object): number => found(regle, study).length;
/** The same for each of several studies. */
export const tells = (regle: RegleCoherence, studies: readonly object[]): number[] =>
  studies.map((one) => count(regle, one));
/** « where / against what », one text a contradiction. */
export const told = (regle: RegleCoherence, study: object): string[] =>
  found(regle, study).map(({ chemin, contre }) => [chemin, ...contre].join(' / '));
export const said = (regle: RegleCoherence, study: object): string =>
  (found(regle, study)[0]?.message ?? '').replace(/\s/g, ' ');
/** The texts of a list that a rule tells; `fausse` is one that it must tell in the same study, without which its silence on the others would show nothing. */
export function relevees(
  regle: RegleCoherence,
  study: (texte: string) => object,
  fausse: string,
  textes: readonly string[],
): string[] {
  const tell = (texte: string): boolean => count(regle, study(texte)) > 0;
  if (!tell(fausse)) throw new Error(`${regle.code} says nothing of « ${fausse} »`);
  return textes.filter(tell);
}
export const base = scenario('a');
const [firstPost, firstModality, firstPartner, firstAid] = [
  base.moyens.humains[0],
  base.modalites[0],
  base.partenaires[0],
  base.financements[0],
];
if (!firstPost || !firstModality || !firstPartner || !firstAid) throw new Error('one of each expected');
export const poste = firstPost;
export const modalite = firstModality;
export const mare = firstPartner;
export const aide = firstAid;
export const avec = (rest: Partial<Scenario> | object = {}, study: object = {}) => ({
  ...etudeAvecScenarios([scenario('a', rest as Partial<Scenario>)]),
  ...study,
});
/** A study that puts its scenario to work, `own` being what the scenario says otherwise. */
export const duMode = (rest: object, own: object = {}, study: object = {}) =>
  avec(own, { mode_operatoire: { scenario: 'a', parcours: [], ...rest }, ...study });
export const mode = (rest: object) => ({ ...etude(), mode_operatoire: { scenario: 'a', parcours: [], ...rest } });
export const tache = (id: string, debut: string, fin: string, rest: object = {}) => ({
  id,
  libelle: id,
  debut,
  fin,
  responsable: 'cdc',
  ...rest,
});
export const reunion = (id: string, date: string, rest: object = {}) => ({
  id,
  titre: `Réunion ${id}`,
  type: 'copil',
  phase: 'P1',
  date,
  etat: 'tenue',
  ordre_du_jour: [],
  ...rest,
});
export const avecReunions = (...reunions: object[]) => ({ ...etude(), reunions });
export const projet = (id: string, rest: object = {}) => ({
  id,
  titre: id,
  domaines: ['eau'],
  publics: ['ecoles'],
  objectifs: [],
  porteur: { designation: 'X', statut: 'public' },
  ...rest,
});
