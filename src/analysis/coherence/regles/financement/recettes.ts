/** What receipts rest on: the service that earns them, and the expenses of their section. */

import { cellAt } from '../../../../lists/at.js';
import type { Study } from '../../../../study/study.js';
import { compte, enumerer } from '../../../../texte/accords.js';
import { leJour } from '../../../../texte/dates.js';
import { euros, pourcent } from '../../../../texte/nombres.js';
import { NATURES_JURIDIQUES, natureDe } from '../../../natures.js';
import { monteeDe } from '../../../scenarios/depenses-et-charge/charge.js';
import { dureeDe } from '../../../scenarios/depenses-et-charge/lignes-depenses.js';
import { total } from '../../../scenarios/financement/financement.js';
import { estEligible, nomDeLaSource, partVersee } from '../../../scenarios/financement/regles-aides.js';
import { hypothesesDe } from '../../../scenarios/hypotheses.js';
import { depasse, quantite } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

type Scenario = Study['scenarios'][number];
type Source = Scenario['financements'][number];
type Nature = NonNullable<Source['assiette']>[number];

const cheminDe = ({ id: scenario }: Scenario, { id }: Source, rang: number): string =>
  `scenarios/${scenario}/financements/${id ?? rang + 1}`;

const recetteSansMontee: RegleCoherence = {
  code: 'recette-sans-montee',
  gravite: 'attention',
  titre: 'Ce que paient les usagers est entier dès la première année, quand le service ne l’est pas.',
  explication:
    'Un scénario qui monte en charge (« montee_en_charge ») rend la première année une part du service de croisière ; ses charges par unité la suivent. Une recette que paient des usagers ou des clients (« nature: recette », « montant ») y est reçue à proportion : donnée une fois pour toutes les années, elle est trop haute au début.',
  exemple: '{ id: ventes-1, nature: recette, montant: 19000, annees: [1], … }',
  livrables: ['scenarios'],
  verifier: ({ study, nomSeul }) =>
    study.scenarios.flatMap((scenario) => {
      const first = monteeDe(scenario, 0);
      if (!depasse(1, first)) return [];
      return scenario.financements.flatMap((source, i): Contradiction[] =>
        source.nature === 'recette' &&
        source.taux === undefined &&
        source.tarif === undefined &&
        source.annees === undefined &&
        quantite(source.montant) > 0
          ? [
              {
                chemin: `${cheminDe(scenario, source, i)}/montant`,
                contre: [`scenarios/${scenario.id}/montee_en_charge`],
                message: `« ${scenario.titre} » rend la première année ${pourcent(first)} de son service, et reçoit des usagers, dès cette année, tout le montant de « ${nomDeLaSource(source, nomSeul)} » (${euros(quantite(source.montant))}).`,
                issue: 'Donnez-la par unité, ou année par année, à proportion du service rendu.',
                saisie:
                  'Par unité : « tarif » et « modalite » à la place de « montant » ; sinon, une ligne par année la porte (« annees ») ; « regles_ecartees » dit pourquoi elle ne suit pas le service.',
              },
            ]
          : [],
      );
    }),
};

/** Section of what each nature buys; a tool has both. */
const SECTIONS: Readonly<Record<Nature, NonNullable<Source['section']>>> = {
  humain: 'fonctionnement',
  fonctionnement: 'fonctionnement',
  prestation: 'fonctionnement',
  'frais-indirects': 'fonctionnement',
  fonds: 'fonctionnement',
  materiel: 'investissement',
  outil: 'toutes',
};

const NOMS: Readonly<Record<Nature, string>> = {
  humain: 'les postes',
  fonctionnement: 'le fonctionnement',
  prestation: 'les prestations',
  'frais-indirects': 'les frais indirects',
  fonds: 'les fonds',
  materiel: 'les achats',
  outil: 'les outils',
};

/** Natures of the base of an aid that are of another section than its own. */
export const horsSection = ({ section = 'toutes', taux, assiette = [] }: Source): Nature[] =>
  section === 'toutes' || taux === undefined
    ? []
    : assiette.filter((nature) => SECTIONS[nature] !== 'toutes' && SECTIONS[nature] !== section);

const assietteHorsSection: RegleCoherence = {
  code: 'assiette-hors-section',
  gravite: 'attention',
  titre: 'Une aide compte dans son assiette des dépenses d’une autre section.',
  explication:
    'Une aide dont la section est écrite ne porte que sur les dépenses de cette section : les postes, les prestations et les autres charges de l’année sont du fonctionnement, les achats de l’investissement, un outil est l’un à l’achat et l’autre à l’usage. Ce que son assiette nomme d’une autre section ne lui apporte rien.',
  exemple: 'section: investissement, assiette: [materiel, outil]',
  livrables: ['scenarios'],
  verifier: ({ study, nomSeul }) =>
    study.scenarios.flatMap((scenario) =>
      scenario.financements.flatMap((source, i): Contradiction[] => {
        const { section } = source;
        const outside = horsSection(source);
        if (outside.length === 0) return [];
        const at = cheminDe(scenario, source, i);
        return [
          {
            chemin: `${at}/assiette`,
            contre: [`${at}/section`],
            message: `dans « ${scenario.titre} », « ${nomDeLaSource(source, nomSeul)} » est une aide ${section === 'investissement' ? 'à l’investissement' : 'au fonctionnement'} ; son assiette nomme ${enumerer(outside.map((nature) => NOMS[nature]))}, qui n’en ${outside.length > 1 || outside[0] !== 'fonctionnement' ? 'sont' : 'est'} pas.`,
            issue: 'Retirez de l’assiette ce qui n’est pas de cette section, ou dites que l’aide porte sur les deux.',
            saisie: '« section: toutes » est une aide des deux sections.',
          },
        ];
      }),
    ),
};

const fctvaDuPorteur: RegleCoherence = {
  code: 'fctva-du-porteur',
  gravite: 'attention',
  titre: 'La TVA est rendue à un porteur qui n’y a pas droit.',
  explication:
    'Le fonds de compensation rend la TVA des investissements des collectivités, de leurs groupements et de leurs établissements : un scénario porté par une association, une entreprise ou un particulier ne le reçoit pas (« fctva_applicable »). Ses achats restent à leur prix toutes taxes comprises.',
  exemple: 'fctva_applicable: false',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, acteur }) =>
    study.scenarios.flatMap(({ id, titre, porteur, fctva_applicable: applicable }): Contradiction[] => {
      const bearer = study.acteurs.find((one) => one.id === porteur);
      const nature = bearer ? natureDe(bearer) : null;
      if (!applicable || !bearer || nature === null || nature === 'public') return [];
      return [
        {
          chemin: `scenarios/${id}/fctva_applicable`,
          contre: [`acteurs/${bearer.id}/type`],
          message: `« ${titre} » compte le fonds de compensation de la TVA ; son porteur, ${acteur(bearer.id)}, est : ${NATURES_JURIDIQUES[nature].toLowerCase()}.`,
          issue: 'Retirez ce remboursement du scénario, ou corrigez la nature de son porteur.',
        },
      ];
    }),
};

const aideHorsDeSesDates: RegleCoherence = {
  code: 'aide-hors-de-ses-dates',
  gravite: 'attention',
  titre: 'Une aide n’apporte rien : ses dates ne rencontrent pas celles du scénario.',
  explication:
    'Rien n’est éligible avant l’ouverture du programme ou le dépôt de la demande, ni après la clôture (« ouverture », « depot », « cloture »). Une aide dont ces dates laissent toutes les années du scénario dehors y compte pour zéro, sans que son taux ou son montant le dise.',
  livrables: ['scenarios'],
  verifier: ({ study, nomSeul }) =>
    study.scenarios.flatMap((scenario) => {
      const { demarrage } = scenario;
      if (demarrage === undefined) return [];
      const years = dureeDe(scenario, hypothesesDe(study));
      return scenario.financements.flatMap((source, i): Contradiction[] => {
        const { annees: given = Array.from({ length: years }, (_, year) => year + 1) } = source;
        const plan = given.filter((year) => year <= years);
        if (plan.length === 0 || plan.some((year) => partVersee(source, year - 1, demarrage) > 0)) return [];
        return [
          {
            chemin: cheminDe(scenario, source, i),
            contre: [`scenarios/${scenario.id}/demarrage`],
            message: `dans « ${scenario.titre} », qui démarre ${leJour(demarrage)}, les dates de « ${nomDeLaSource(source, nomSeul)} » ne laissent rien d’éligible : elle compte pour zéro.`,
            issue: 'Corrigez ses dates ou celle du démarrage, ou retirez-la du plan de financement.',
          },
        ];
      });
    }),
};

const depenseAideeDeuxFois: RegleCoherence = {
  code: 'depense-aidee-deux-fois',
  gravite: 'attention',
  titre: 'Plusieurs aides prennent la même dépense, pour plus que ce qu’elle coûte.',
  explication:
    'Une dépense n’est pas payée deux fois : les taux des aides qui la prennent la même année, TVA rendue comprise, ne passent pas ensemble cent pour cent, une fois leurs plafonds appliqués. Ce qu’une aide ne prend pas s’écrit dans « lignes_exclues ».',
  exemple: 'taux: 0.5, assiette: [humain], lignes_exclues: [animateur]',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ scenarios, nomSeul }) =>
    scenarios().scenarios.flatMap(
      ({ chiffrage: { scenario, lignes, annees, montants, recettes } }): Contradiction[] => {
        const takers = scenario.financements.flatMap((source, s) =>
          source.taux === undefined || source.nature === 'autofinancement' ? [] : [{ source, s, taux: source.taux }],
        );
        // What an aid gives of each euro that it takes, its ceilings applied.
        const gives = ({ source, s, taux }: (typeof takers)[number], year: number): number => {
          const base = total(
            lignes.map((ligne, l) => (estEligible(source, ligne, scenario.porteur) ? cellAt(montants, l, year) : 0)),
          );
          const told = taux * partVersee(source, year, scenario.demarrage);
          return base > 0 ? Math.min(told, cellAt(recettes, s, year) / base) : told;
        };
        const twice = lignes.flatMap((ligne) => {
          const own = takers.filter(({ source }) => estEligible(source, ligne, scenario.porteur));
          const shares = Array.from({ length: annees }, (_, year) =>
            total(own.map((one) => (ligne.presence[year] ? gives(one, year) : 0))),
          );
          const most = Math.max(0, ...shares);
          return own.length > 1 && depasse(most, 1) ? [{ ligne, own, most }] : [];
        });
        const [first] = twice;
        if (!first) return [];
        const [one, ...others] = first.own;
        if (!one) return [];
        const places = others.map(({ source, s }) => cheminDe(scenario, source, s));
        const more =
          twice.length > 1 ? `, comme ${compte(twice.length - 1, 'autre dépense', 'autres dépenses', '')}` : '';
        return [
          {
            chemin: cheminDe(scenario, one.source, one.s),
            contre: [first.ligne.chemin, ...places],
            message: `dans « ${scenario.titre_court ?? scenario.titre} », « ${first.ligne.libelle} »${more} est prise par ${enumerer(first.own.map(({ source, taux }) => `« ${nomDeLaSource(source, nomSeul)} » (${pourcent(taux)})`))} : ${pourcent(first.most)} de ce qu’elle coûte.`,
            issue: 'Retirez la dépense de l’assiette d’une des aides, ou baissez un taux.',
          },
        ];
      },
    ),
};

export const RECETTES: readonly RegleCoherence[] = [
  depenseAideeDeuxFois,
  recetteSansMontee,
  assietteHorsSection,
  fctvaDuPorteur,
  aideHorsDeSesDates,
];
