/** Delays of a scenario against those of another, and against the steps that they cover. */
import { group } from 'd3-array';
import type { Scenario } from '../../../../study/types.gen.js';
import { compte } from '../../../../texte/accords.js';
import { nu } from '../../../../texte/identifiant.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { dureeMiseEnPlace } from '../../../scenarios/depenses-et-charge/mise-en-place.js';
import { donneurs, nomDeLaSource } from '../../../scenarios/financement/regles-aides.js';
import type { ContexteCoherence } from '../../contexte.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const mois = (months: number): string => compte(months, 'mois', 'mois');

export const delaiHorsEtapes: RegleCoherence = {
  code: 'delai-hors-etapes',
  gravite: 'attention',
  titre: 'Le délai annoncé par un scénario n’est pas celui de ses étapes.',
  explication:
    'Un scénario qui écrit ses étapes (« mise_en_place ») s’annonce en autant de mois que leur plus long enchaînement : une étape commence quand celles qu’elle attend (« apres ») sont finies. Le délai de mise en place est un critère de la comparaison ; il se lit dans les étapes.',
  exemple:
    'mise_en_place: [{ id: vote, etape: Délibérer, mois: 1 }, { id: recrutement, etape: Recruter, mois: 3, apres: [vote] }]',
  livrables: ['scenarios'],
  verifier: ({ study }) =>
    study.scenarios.flatMap(({ id, titre, mise_en_place: steps, delai_mise_en_place_mois: told }): Contradiction[] => {
      if (!steps?.length || told === undefined) return [];
      const needed = dureeMiseEnPlace(steps);
      if (needed === told) return [];
      return [
        {
          chemin: `scenarios/${id}/delai_mise_en_place_mois`,
          contre: [`scenarios/${id}/mise_en_place`],
          message: `« ${titre} » s’annonce en ${mois(told)} ; l’enchaînement de ses étapes en demande ${nombreFr(needed)}.`,
          issue: 'Reprenez le délai, ou la durée et l’ordre des étapes.',
        },
      ];
    }),
};

/** A duration that several scenarios give to the same thing. */
interface Duree {
  scenario: Scenario;
  /** The same in every scenario. */
  cle: string;
  /** What lasts, as a sentence names it. */
  quoi: string;
  mois: number;
  motif: string | undefined;
  chemin: string;
}

const etapesDe = (scenario: Scenario): Duree[] =>
  (scenario.mise_en_place ?? []).map(({ id, etape, mois: months, motif }) => ({
    scenario,
    cle: `etape ${id}`,
    quoi: `l’étape « ${etape} » dure`,
    mois: months,
    motif,
    chemin: `scenarios/${scenario.id}/mise_en_place/${id}`,
  }));

/** The same aid has the same: its rule (without one, its name, for a giver has several aids), its givers and its nature. */
export const cleDeLAide = (source: Scenario['financements'][number]): string =>
  `aide ${source.reference ?? nu(source.libelle ?? source.id ?? '')} ${donneurs(source)
    .map(({ acteur }) => acteur)
    .sort()
    .join('+')} ${source.nature}`;

const versementsDe = (scenario: Scenario, nommer: (id: string) => string): Duree[] =>
  scenario.financements.flatMap((source): Duree[] =>
    source.delai_versement_mois === undefined
      ? []
      : [
          {
            scenario,
            cle: cleDeLAide(source),
            quoi: `« ${nomDeLaSource(source, nommer)} » est versé après`,
            mois: source.delai_versement_mois,
            motif: source.delai_motif,
            chemin: `scenarios/${scenario.id}/financements/${source.id}`,
          },
        ],
  );

/** The longest against the shortest, where neither says why; one contradiction for each thing that lasts. */
function inegales(durees: readonly Duree[]): Contradiction[] {
  return [...group(durees, ({ cle }) => cle).values()].flatMap((same): Contradiction[] => {
    const unexplained = same.filter(({ motif }) => motif === undefined).sort((a, b) => a.mois - b.mois);
    const [short, long] = [unexplained[0], unexplained.at(-1)];
    if (!short || !long || short.mois === long.mois || short.scenario === long.scenario) return [];
    return [
      {
        chemin: long.chemin,
        contre: [short.chemin],
        message: `${long.quoi} ${mois(long.mois)} dans « ${long.scenario.titre} » et ${mois(short.mois)} dans « ${short.scenario.titre} », sans que rien dise pourquoi.`,
        issue: 'Donnez-lui la même durée, ou dites ce qui les distingue.',
        saisie: 'La raison s’écrit dans « motif » de l’étape, ou dans « delai_motif » du financement.',
      },
    ];
  });
}

export const delaiInegal: RegleCoherence = {
  code: 'delai-inegal',
  gravite: 'attention',
  titre: 'La même étape, ou la même aide, n’a pas le même délai d’un scénario à l’autre.',
  explication:
    'Recruter, conventionner, instruire une aide prend le même temps quel que soit le scénario, sauf raison. Deux étapes de même identifiant (« mise_en_place ») et deux versements de la même aide (même référence ou, sans elle, même nom ; mêmes financeurs) se comparent ; une durée qui dit son motif est admise. Un délai inégal avantage un scénario par une hypothèse que personne n’a choisie.',
  livrables: ['scenarios'],
  verifier: ({ study, nomSeul }: ContexteCoherence) => [
    ...inegales(study.scenarios.flatMap(etapesDe)),
    ...inegales(study.scenarios.flatMap((scenario) => versementsDe(scenario, nomSeul))),
  ],
};

export const DELAIS = [delaiHorsEtapes, delaiInegal] as const;
