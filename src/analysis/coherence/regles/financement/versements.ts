/** How an aid is paid: from one scenario to another, against its rule, and against what has been received. */

import { group } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { dateEnLettres, leJour, moisAbsolu, moisEcrit } from '../../../../texte/dates.js';
import { euros, nombreFr, pourcent } from '../../../../texte/nombres.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { nomDeLaSource, periodeDe } from '../../../scenarios/financement/regles-aides.js';
import { RYTHMES } from '../../../scenarios/financement/rythmes.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';
import { cleDeLAide } from '../moyens/delais.js';

type Scenario = Study['scenarios'][number];
type Source = Scenario['financements'][number];

interface Aide {
  scenario: Scenario;
  source: Source;
  chemin: string;
}

const aidesDe = ({ scenarios }: Study): Aide[] =>
  scenarios.flatMap((scenario) =>
    scenario.financements.map((source, i) => ({
      scenario,
      source,
      chemin: `scenarios/${scenario.id}/financements/${source.id ?? i + 1}`,
    })),
  );

/** « une demande de paiement par semestre, sans acompte ». */
const rythmeDe = ({ demandes_paiement: rythme = 'mensuelle', acompte = 0 }: Source): string =>
  `${RYTHMES[rythme]}, ${acompte > 0 ? `${pourcent(acompte)} d’acompte` : 'sans acompte'}`;

export const rythmeInegal: RegleCoherence = {
  code: 'rythme-inegal',
  gravite: 'attention',
  titre: 'La même aide n’est pas payée au même rythme d’un scénario à l’autre.',
  explication:
    'Une aide (même référence, mêmes financeurs, même nature) se demande aussi souvent (« demandes_paiement ») et s’avance de la même part (« acompte ») quel que soit le scénario, sauf raison dite (« delai_motif »). La trésorerie en dépend : un rythme inégal avantage un scénario par une hypothèse que personne n’a choisie.',
  livrables: ['scenarios'],
  verifier: ({ study, nomSeul }) =>
    [...group(aidesDe(study), ({ source }) => cleDeLAide(source)).values()].flatMap((same): Contradiction[] => {
      const [first, ...others] = same.filter(({ source }) => source.delai_motif === undefined);
      const other = others.find(({ source }) => first && rythmeDe(source) !== rythmeDe(first.source));
      if (!first || !other) return [];
      return [
        {
          chemin: other.chemin,
          contre: [first.chemin],
          message: `« ${nomDeLaSource(other.source, nomSeul)} » suit un autre rythme dans « ${other.scenario.titre} » (${rythmeDe(other.source)}) que dans « ${first.scenario.titre} » (${rythmeDe(first.source)}), sans que rien dise pourquoi.`,
          issue: 'Donnez-lui le même rythme, ou dites ce qui les distingue.',
          saisie: 'La raison s’écrit dans « delai_motif » du financement.',
        },
      ];
    }),
};

export const versementHorsRegle: RegleCoherence = {
  code: 'versement-hors-de-sa-regle',
  gravite: 'attention',
  titre: 'Une aide est payée autrement que sa règle ne le permet.',
  explication:
    'La règle que cite une recette (« reference » ou « regles ») peut dire la part qui s’avance (« acompte_maximal ») et le délai de versement (« delai_versement_mois ») : le plan de trésorerie ne compte ni davantage, ni plus tôt, ni plus tard.',
  exemple: 'acompte_maximal: 0, delai_versement_mois: { min: 12, max: 24 }',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, nomSeul }) =>
    aidesDe(study).flatMap(({ scenario, source, chemin }) => {
      const { acompte = 0, delai_versement_mois: delai = 0 } = source;
      const cited = new Set([...(source.reference ? [source.reference] : []), ...(source.regles ?? [])]);
      return study.references
        .filter(({ id }) => cited.has(id))
        .flatMap(({ id, titre, acompte_maximal: most, delai_versement_mois: span }): Contradiction[] => {
          const told = (champ: string, given: string, allowed: string): Contradiction => ({
            chemin: source[champ as keyof Source] === undefined ? chemin : `${chemin}/${champ}`,
            contre: [`references/${id}`],
            message: `dans « ${scenario.titre} », « ${nomDeLaSource(source, nomSeul)} » compte ${given} ; « ${titre} » dit ${allowed}.`,
            issue: 'Reprenez le rythme que la règle donne, ou citez celle qui en donne un autre.',
            saisie: 'La règle se cite dans « reference » ou « regles » du financement (scenarios.yaml).',
          });
          return [
            ...(most !== undefined && depasse(acompte, most)
              ? [
                  told(
                    'acompte',
                    `${pourcent(acompte)} d’acompte`,
                    most > 0 ? `${pourcent(most)} au plus` : 'aucun acompte',
                  ),
                ]
              : []),
            ...(span !== undefined && (delai < span.min || delai > span.max)
              ? [
                  told(
                    'delai_versement_mois',
                    `${compte(delai, 'mois', 'mois')} de délai`,
                    span.min === span.max
                      ? compte(span.min, 'mois', 'mois')
                      : `de ${nombreFr(span.min)} à ${nombreFr(span.max)} mois`,
                  ),
                ]
              : []),
          ];
        });
    }),
};

/** The month from which a source can have paid anything of what is spent from `debut` on: at once with an advance, else a first claim and its delay. */
function premierVersement(source: Source, debut: string, years: number): number {
  const { acompte = 0, delai_versement_mois: delai = 0 } = source;
  return moisAbsolu(debut) + (acompte > 0 ? 0 : Math.ceil(periodeDe(source, years) - 1 + delai));
}

export const recueAvantSonVersement: RegleCoherence = {
  code: 'recue-avant-son-versement',
  gravite: 'attention',
  titre: 'Une recette est encaissée avant que son rythme de paiement ne le permette.',
  explication:
    'Le plan de financement dit quand une aide se demande et combien de mois après elle est versée. Une recette du dispositif (« realise.recettes ») et celle d’un projet que paie la même aide (« financement », « verse_le », la date de l’étude à défaut) ne la précèdent pas : l’un des deux se trompe, et la trésorerie avec lui.',
  livrables: ['mode-operatoire', 'fiches-projets', 'bilan'],
  verifier: ({ study, nomSeul }) => {
    const { mode_operatoire: mode, projets, etude, criteres } = study;
    const scenario = scenarioDecrit(study);
    if (!scenario) return [];
    const years = scenario.duree_annees ?? criteres?.hypotheses?.duree_annees ?? 1;
    const told = (
      source: Source,
      quoi: string,
      chemin: string,
      montant: number,
      le: string,
      debut: string,
    ): Contradiction[] => {
      const earliest = premierVersement(source, debut, years);
      if (montant <= 0 || moisAbsolu(le) >= earliest) return [];
      return [
        {
          chemin,
          contre: [`scenarios/${scenario.id}/financements/${source.id}`],
          message: `${quoi} a reçu ${euros(montant)} de « ${nomDeLaSource(source, nomSeul)} » ${leJour(le)} ; au rythme du plan de financement, rien n’en vient avant ${dateEnLettres(moisEcrit(earliest))}.`,
          issue: 'Corrigez le rythme de l’aide, ou ce qui est encaissé.',
        },
      ];
    };
    const start = mode?.experimentation?.debut ?? scenario.demarrage;
    const au = mode?.realise?.au;
    const dispositif =
      start === undefined || au === undefined
        ? []
        : (mode?.realise?.recettes ?? []).flatMap(({ financement, montant }, i) => {
            const source = scenario.financements.find(({ id }) => id === financement);
            return source
              ? told(source, 'le dispositif', `mode_operatoire/realise/recettes/${i + 1}/montant`, montant, au, start)
              : [];
          });
    const desProjets = projets.flatMap(({ id, titre, calendrier = [], financements = [] }) =>
      financements.flatMap(({ financement, obtenu = 0, verse_le: le = etude.date }, i) => {
        const [first] = calendrier.map(({ debut, debut_reel }) => debut_reel ?? debut).sort();
        // Who pays the scenario may well pay a project of another fund, in its own time.
        const source = scenario.financements.find(({ id }) => id !== undefined && id === financement);
        return source && first !== undefined
          ? told(source, `« ${titre} »`, `projets/${id}/financements/${i + 1}/obtenu`, obtenu, le, first)
          : [];
      }),
    );
    return [...dispositif, ...desProjets];
  },
};

export const VERSEMENTS = [rythmeInegal, versementHorsRegle, recueAvantSonVersement] as const;
