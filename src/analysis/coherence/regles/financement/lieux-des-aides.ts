/** Where an aid may be spent, against where the scenario works. */
import { sum } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import type { Scenario } from '../../../../study/types.gen.js';
import { compte } from '../../../../texte/accords.js';
import { phraseNue } from '../../../../texte/identifiant.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { codesDuPerimetre } from '../../../territoire.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

type Ligne = Scenario['financements'][number];

interface AideLocale {
  scenario: Scenario;
  ligne: Ligne;
  financeur: Study['acteurs'][number];
  /** Label of the perimeter of the giver, and of that of the scenario. */
  sien: string;
  servi: string;
  couvert: ReadonlySet<string>;
  communes: ReadonlySet<string>;
}

/** The aids of givers that have a perimeter, with what it covers and what the scenario serves. */
function aidesLocales({ scenarios, territoire, acteurs }: Study): AideLocale[] {
  const perimetres = territoire.perimetres ?? [];
  const nom = (id: string): string => perimetres.find((one) => one.id === id)?.libelle ?? id;
  return scenarios.flatMap((scenario) => {
    const communes = codesDuPerimetre(territoire, scenario.perimetre);
    return scenario.financements.flatMap((ligne): AideLocale[] => {
      const financeur = acteurs.find((one) => one.id === ligne.financeur);
      const couvert = codesDuPerimetre(territoire, financeur?.perimetre);
      const given = ligne.nature === 'subvention' || ligne.nature === 'participation';
      return !given || !financeur?.perimetre || couvert.size === 0 || communes.size === 0
        ? []
        : [
            {
              scenario,
              ligne,
              financeur,
              sien: nom(financeur.perimetre),
              servi: nom(scenario.perimetre),
              couvert,
              communes,
            },
          ];
    });
  });
}

const laquelle = ({ libelle }: Ligne): string => (libelle === undefined ? 'une aide' : `« ${libelle} »`);

const aideHorsPerimetre: RegleCoherence = {
  code: 'aide-hors-perimetre',
  gravite: 'attention',
  titre: 'Une aide vient d’un organisme dont le territoire n’est pas celui du scénario.',
  explication:
    'Un groupe d’action locale, une intercommunalité ou un fonds qui ne couvre qu’un périmètre de l’étude (« perimetre » de sa fiche) n’aide que là : une subvention ou une participation (« financements ») à un scénario dont le périmètre n’a aucune commune en commun avec le sien n’est pas à attendre.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, acteur }) =>
    aidesLocales(study).flatMap(({ scenario, ligne, financeur, sien, servi, couvert, communes }): Contradiction[] =>
      [...couvert].some((code) => communes.has(code))
        ? []
        : [
            {
              chemin: `scenarios/${scenario.id}/financements/${ligne.id}`,
              contre: [`acteurs/${financeur.id}/perimetre`, `scenarios/${scenario.id}/perimetre`],
              message: `« ${scenario.titre} » travaille sur « ${servi} », et compte ${laquelle(ligne)} de ${acteur(financeur.id)}, dont le territoire est « ${sien} » : ils n’ont aucune commune en commun.`,
              issue: 'Retirez cette aide, ou corrigez l’un des deux périmètres.',
            },
          ],
    ),
};

/** Bodies that help where they are, as all collectivities do: their part of a larger scenario is expected of them. */
const COLLECTIVITES: ReadonlySet<string> = new Set([
  'collectivite',
  'syndicat-intercommunal',
  'syndicat-mixte',
  'etablissement-public',
  'service-etat',
]);
/** Share of the people outside below which the rest is left to the arrangements of the programme. */
const PART_DEHORS = 0.02;

export const aideEnPartieHorsPerimetre: RegleCoherence = {
  code: 'aide-en-partie-hors-perimetre',
  gravite: 'attention',
  titre: 'Une aide ne couvre qu’une partie du territoire du scénario.',
  explication:
    'Une aide européenne (« origine: europe »), ou la subvention d’un fonds ou d’une instance qui ne couvre qu’un périmètre de l’étude (« perimetre » de sa fiche), ne paie que ce qui se fait là. La règle relève celle d’un scénario dont plus de deux habitants sur cent sont hors de ce périmètre ; la participation d’une collectivité, qui paie sa part, n’est pas relevée, ni une aide à l’investissement (« section: investissement »), dont le lieu est là où on l’achète, ni une ligne dont le libellé nomme le périmètre aidé. Sans aucune commune en commun, c’est « aide-hors-perimetre ».',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, acteur }) =>
    aidesLocales(study).flatMap(({ scenario, ligne, financeur, sien, servi, couvert, communes }): Contradiction[] => {
      const all = study.territoire.communes.filter(({ code }) => communes.has(code));
      const outside = all.filter(({ code }) => !couvert.has(code));
      const european = ligne.origine === 'europe';
      const [left, people] = [outside, all].map((some) => sum(some, ({ population }) => population));
      // What is built on a site of the territory may be paid in full, whoever it serves.
      if (ligne.section === 'investissement') return [];
      if (ligne.nature !== 'subvention' || (!european && COLLECTIVITES.has(financeur.type))) return [];
      if (outside.length === 0 || outside.length === all.length || !left || !people || left <= PART_DEHORS * people)
        return [];
      if (phraseNue(ligne.libelle ?? '').includes(phraseNue(sien))) return [];
      return [
        {
          chemin: `scenarios/${scenario.id}/financements/${ligne.id}`,
          contre: [`acteurs/${financeur.id}/perimetre`, `scenarios/${scenario.id}/perimetre`],
          message: `« ${scenario.titre} » travaille sur « ${servi} », et compte ${laquelle(ligne)} de ${acteur(financeur.id)}, dont le territoire, « ${sien} », n’en est qu’une partie : ${nombreFr(outside.length)} de ses ${compte(all.length, 'commune')} (${compte(left, 'habitant')}) n’y ${outside.length > 1 ? 'sont' : 'est'} pas.`,
          issue: 'Ne comptez cette aide que pour ce qui se fait sur son territoire, et dites-le.',
          saisie:
            'Le périmètre aidé se nomme dans « libelle » de la ligne ; une autre raison s’écrit dans « motif » de « regles_ecartees » (etude.yaml), avec cette règle.',
        },
      ];
    }),
};

export const LIEUX_DES_AIDES = [aideHorsPerimetre, aideEnPartieHorsPerimetre] as const;
