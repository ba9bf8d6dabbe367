/** A price that stays while the costs rise, year after year. */
import { nombreFr, pourcentPrecis } from '../../../../texte/nombres.js';
import { activiteDeLaRecette } from '../../../scenarios/depenses-et-charge/activite.js';
import { dureeDe } from '../../../scenarios/depenses-et-charge/lignes-depenses.js';
import { nomDeLaSource } from '../../../scenarios/financement/regles-aides.js';
import { hypothesesDe } from '../../../scenarios/hypotheses.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** Below it, the last year is a few cents from the first: nobody writes a tariff again for that. */
const ECART_TU = 0.05;

const tarifSansHausse: RegleCoherence = {
  code: 'tarif-sans-hausse',
  gravite: 'attention',
  titre: 'Un prix de vente reste le même pendant que les coûts montent.',
  explication:
    'Les coûts montent chaque année (« hypotheses.evolution_annuelle » de criteres.yaml) ; un tarif par unité (« tarif »), non, sauf s’il le dit. Sur un plan de plusieurs années, l’écart se creuse sans que personne l’ait décidé : au-delà de 5 % la dernière année, le tarif dit sa hausse, ou 0 s’il est tenu.',
  exemple: '{ id: ventes, nature: recette, tarif: 6.5, modalite: repas, evolution_annuelle: 0.02, … }',
  livrables: ['scenarios'],
  verifier: ({ study, nomSeul }) => {
    const hypotheses = hypothesesDe(study);
    const { evolution } = hypotheses;
    return study.scenarios.flatMap((scenario) => {
      const years = dureeDe(scenario, hypotheses);
      const rise = (1 + evolution) ** (years - 1) - 1;
      if (rise < ECART_TU) return [];
      return scenario.financements.flatMap((source, i): Contradiction[] =>
        source.evolution_annuelle === undefined &&
        source.annees === undefined &&
        activiteDeLaRecette(scenario, source, years)
          ? [
              {
                chemin: `scenarios/${scenario.id}/financements/${source.id ?? i + 1}/tarif`,
                contre: ['criteres/hypotheses/evolution_annuelle'],
                message: `Les coûts de « ${scenario.titre} » montent de ${pourcentPrecis(evolution)} par an, ${nombreFr(rise * 100)}\u00a0% la ${years}e\u00a0année, et le tarif de « ${nomDeLaSource(source, nomSeul)} » reste celui de la première.`,
                issue: 'Dites de combien le tarif monte chaque année, ou qu’il est tenu.',
                saisie:
                  'La hausse s’écrit « evolution_annuelle » sur la ligne de la recette, en part ; 0 dit qu’il est tenu.',
              },
            ]
          : [],
      );
    });
  },
};

const hausseSansEffet: RegleCoherence = {
  code: 'hausse-sans-effet',
  gravite: 'attention',
  titre: 'Une hausse annuelle est écrite là où rien ne la suit.',
  explication:
    'La hausse d’une recette (« evolution_annuelle ») vaut pour un montant ou un tarif. Une aide à un taux suit déjà la hausse de ce qu’elle paie ; un emprunt est tiré tel qu’il est signé. Elle n’y est pas comptée.',
  livrables: ['scenarios'],
  verifier: ({ study, nomSeul }) =>
    study.scenarios.flatMap((scenario) =>
      scenario.financements.flatMap((source, i): Contradiction[] => {
        const loan = source.nature === 'emprunt';
        if (!source.evolution_annuelle || (source.taux === undefined && !loan)) return [];
        const chemin = `scenarios/${scenario.id}/financements/${source.id ?? i + 1}`;
        return [
          {
            chemin: `${chemin}/evolution_annuelle`,
            contre: [`${chemin}/${loan ? 'nature' : 'taux'}`],
            message: `« ${nomDeLaSource(source, nomSeul)} », dans « ${scenario.titre} », ${loan ? 'est un emprunt' : 'est un taux de ce qu’elle paie'} : sa hausse de ${pourcentPrecis(source.evolution_annuelle)} par an n’est pas comptée.`,
            issue: 'Retirez la hausse, ou donnez la recette en montant ou en tarif.',
            saisie: 'La hausse est « evolution_annuelle », sur la ligne de la recette.',
          },
        ];
      }),
    ),
};

export const TARIFS_FIXES = [tarifSansHausse, hausseSansEffet];
