/** The rules that measure the requirements made of the scenarios: priorities, perimeter, number, means and viability. */

import { attenduDe, type RegleExigence, scenariosComptes } from '../../study/contrat.js';
import { scenariosCompares } from '../../study/essais.js';
import type { Study } from '../../study/study.js';
import type { Scenario } from '../../study/types.gen.js';
import { accord, compte, enumerer, majuscule } from '../../texte/accords.js';
import { analyserScenarios } from '../scenarios/index.js';
import { nomDuScenario } from '../scenarios/noms.js';
import { auxquels, manqueAuNombre, parManque, type RegleConformite } from './regles-communes.js';

/** What each scenario must have; the titles of those that have not. */
function chaqueScenario({ scenarios: all }: Study, quoi: string, present: (scenario: Scenario) => boolean, issue = '') {
  const scenarios = scenariosCompares(all);
  const sans = scenarios.filter((scenario) => !present(scenario));
  const faits = scenarios.length - sans.length;
  const motif = `${majuscule(quoi)} : ${compte(faits, 'scénario', 'scénarios', 'aucun scénario')} sur ${scenarios.length}${issue}`;
  return parManque(faits, sans.length ? `manque pour ${enumerer(sans.map(({ titre }) => `« ${titre} »`))}` : '', motif);
}

/** Whether it says who works: its posts, or the days that partners bring where it has none. */
const travailDecrit = ({ moyens, partenaires }: Scenario): boolean =>
  moyens.humains.length > 0 || partenaires.some(({ jours_an: days }) => days !== undefined);

/** What the measure gives: a viability that is measured is not yet confirmed. */
function issueDesTests(etude: Study): string {
  const all = analyserScenarios(etude).scenarios.filter(({ viabilite: { tests } }) => tests.length > 0);
  const met = all.filter(({ viabilite: { tests } }) => tests.every(({ etat }) => etat !== 'non'));
  const sure = met.filter(({ viabilite: { tests } }) => tests.every(({ satisfait }) => satisfait));
  const noms = (list: typeof all): string =>
    enumerer(list.map(({ chiffrage: { scenario } }) => `« ${nomDuScenario(scenario)} »`));
  if (all.length === 0) return '';
  if (met.length === 0) return ' ; aucun ne satisfait à tous les tests';
  return sure.length > 0
    ? ` ; ${noms(sure)} ${accord(sure.length, 'satisfait', 'satisfont')} à tous les tests`
    : ` ; ${noms(met)} ne ${accord(met.length, 'satisfait', 'satisfont')} à tous les tests que sous condition`;
}

export const REGLES_SCENARIOS = {
  'priorites-definies': ({ priorites, besoins, etude }) => {
    if (!priorites || besoins.length === 0)
      return { etat: 'manquante', motif: 'Aucun modèle de priorités, ou aucun besoin.' };
    const sans = etude.domaines.filter(({ id }) => !priorites.cadre?.some(({ domaine }) => domaine === id));
    return parManque(
      1,
      sans.length ? `sans note d’accord avec le cadre : ${enumerer(sans.map(({ libelle }) => `« ${libelle} »`))}` : '',
      `Domaines et publics classés à partir de ${compte(besoins.length, 'besoin', 'besoins', '')}`,
    );
  },
  'territoire-pertinent': ({ priorites, territoire }, _, exigence) => {
    const n = territoire.perimetres?.length ?? 0;
    const manques = [
      // To compare takes two, unless the contract names another number.
      manqueAuNombre(n, attenduDe(exigence) ?? { min: 2, max: null }),
      priorites?.perimetre?.arguments.length ? '' : 'ni argument pour ni argument contre',
      // That the scenarios are sized for one of them proposes nothing.
      priorites?.perimetre?.proposition ? '' : 'l’étude n’en propose aucun',
    ].filter(Boolean);
    return parManque(
      n,
      manques.join(' ; '),
      majuscule(compte(n, 'périmètre comparé', 'périmètres comparés', 'aucun périmètre')),
    );
  },
  'nombre-scenarios': (etude, _, exigence) => {
    const n = scenariosComptes(etude, exigence);
    const decrits = majuscule(compte(n, 'scénario décrit', 'scénarios décrits', 'aucun scénario décrit'));
    return parManque(
      n,
      manqueAuNombre(n, attenduDe(exigence)),
      n > scenariosCompares(etude.scenarios).length ? `${decrits}, dont celui de ne rien faire` : decrits,
    );
  },
  'modalites-confirmees': (etude) =>
    chaqueScenario(etude, 'modalités et volumes', ({ modalites }) => modalites.length > 0),
  'partenaires-listes': (etude) =>
    chaqueScenario(
      etude,
      'partenaires et rôles',
      ({ partenaires, roles }) => partenaires.length > 0 && roles.length > 0,
    ),
  'outils-chiffres': ({ scenarios, outils }) => {
    const used = [...new Set(scenariosCompares(scenarios).flatMap((s) => (s.outils ?? []).map(({ outil }) => outil)))];
    const known = outils.filter(({ id }) => used.includes(id));
    const lacking = known.filter(
      ({ avantages, inconvenients, cout }) => !avantages?.length || !inconvenients?.length || !cout,
    );
    return parManque(
      known.length,
      auxquels(
        'sans avantage, inconvénient ou coût',
        lacking.map(({ nom }) => nom),
      ),
      `${majuscule(compte(known.length, 'outil mobilisé', 'outils mobilisés', 'aucun outil mobilisé'))}${
        known.length > 0 && lacking.length === 0
          ? `, ${accord(known.length, 'décrit', 'tous décrits')} par avantages, inconvénients et coût`
          : ''
      }`,
    );
  },
  'moyens-recenses': (etude) =>
    chaqueScenario(
      etude,
      'moyens humains et matériels',
      (scenario) => travailDecrit(scenario) && (scenario.moyens.materiels ?? []).length > 0,
    ),
  'viabilite-mesuree': (etude) =>
    etude.criteres
      ? chaqueScenario(
          etude,
          'viabilité mesurée',
          (scenario) => scenario.financements.length > 0 && travailDecrit(scenario),
          issueDesTests(etude),
        )
      : { etat: 'manquante', motif: 'Aucun seuil de viabilité n’est posé (criteres.yaml).' },
} as const satisfies Partial<Record<RegleExigence, RegleConformite>>;
