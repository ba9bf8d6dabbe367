/** What leaving a scenario would cost: a line has its origin, an aid is not given back beyond what it gave, and all are told alike. */
import { scenariosCompares } from '../../../../study/essais.js';
import { enumerer } from '../../../../texte/accords.js';
import { euros } from '../../../../texte/nombres.js';
import { fourchette } from '../../../montants.js';
import { chiffrageDe } from '../../../scenarios/chiffrage.js';
import { total } from '../../../scenarios/financement/financement.js';
import { nomDuScenario } from '../../../scenarios/noms.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const livrables = ['scenarios'] as const;

const sortieSansSource: RegleCoherence = {
  code: 'sortie-sans-source',
  gravite: 'attention',
  titre: 'Un coût de sortie est écrit sans dire d’où il vient.',
  explication:
    'Ce que coûterait de quitter un scénario (« cout_de_sortie ») se lit dans un bail, un contrat, une convention, un texte : chaque ligne nomme sa « reference » ou ses « sources ».',
  exemple:
    'cout_de_sortie:\n  - { id: bail, libelle: Congé du bail avant trois ans, nature: bail, montant: 4200, sources: [projet-de-bail] }',
  livrables,
  verifier: ({ study: { scenarios } }) =>
    scenarios.flatMap(({ id: scenario, titre, cout_de_sortie: lines = [] }) =>
      lines.flatMap(({ id, libelle, reference, sources }): Contradiction[] =>
        reference === undefined && !sources?.length
          ? [
              {
                chemin: `scenarios/${scenario}/cout_de_sortie/${id}/montant`,
                contre: [`scenarios/${scenario}/cout_de_sortie/${id}/libelle`],
                message: `dans « ${titre} », rien ne dit d’où vient le coût de sortie « ${libelle} ».`,
                issue: 'Dites le contrat, le texte ou le devis qui le donne.',
                saisie: 'Il s’écrit dans « reference » ou « sources » de la ligne (scenarios.yaml).',
              },
            ]
          : [],
      ),
    ),
};

const aideRendueSansRecette: RegleCoherence = {
  code: 'aide-rendue-sans-recette',
  gravite: 'attention',
  titre: 'Un coût de sortie rend une recette que le scénario n’a pas.',
  explication:
    'Une ligne de « cout_de_sortie » qui nomme une recette (« financement ») en nomme une du même scénario, par l’identifiant de sa ligne de « financements » : une aide que personne ne donne n’est pas à rendre.',
  livrables,
  verifier: ({ study }) =>
    study.scenarios.flatMap((scenario) =>
      (scenario.cout_de_sortie ?? []).flatMap((line): Contradiction[] =>
        // The VAT that is given back is a receipt that no line writes.
        line.financement === undefined ||
        chiffrageDe(study, scenario).scenario.financements.some(({ id }) => id === line.financement)
          ? []
          : [
              {
                chemin: `scenarios/${scenario.id}/cout_de_sortie/${line.id}/financement`,
                contre: [`scenarios/${scenario.id}/financements`],
                message: `dans « ${scenario.titre} », le coût de sortie « ${line.libelle} » rend une recette que le scénario n’a pas.`,
                issue: 'Nommez une recette du scénario, ou retirez ce renvoi.',
                saisie: '« financement » est l’identifiant d’une ligne de « financements » (scenarios.yaml).',
              },
            ],
      ),
    ),
};

const aideRendueAuDela: RegleCoherence = {
  code: 'aide-rendue-au-dela',
  gravite: 'attention',
  titre: 'Une aide à rendre passe ce qu’elle donne.',
  explication:
    'Une ligne de « cout_de_sortie » qui nomme une recette (« financement ») ne rend pas plus que ce que celle-ci donne sur la durée du plan. Une pénalité s’écrit à part, d’une autre nature.',
  livrables,
  verifier: ({ study }) =>
    study.scenarios.flatMap((scenario) =>
      (scenario.cout_de_sortie ?? []).flatMap((line): Contradiction[] => {
        if (line.financement === undefined) return [];
        const at = `scenarios/${scenario.id}/cout_de_sortie/${line.id}`;
        const { scenario: costed, recettes } = chiffrageDe(study, scenario);
        const rank = costed.financements.findIndex(({ id }) => id === line.financement);
        if (rank < 0) return [];
        const given = total(recettes[rank] ?? []);
        const back = fourchette(line.montant)?.mode ?? given;
        return depasse(back, given)
          ? [
              {
                chemin: `${at}/montant`,
                contre: [`scenarios/${scenario.id}/financements/${line.financement}`],
                message: `dans « ${scenario.titre} », sortir ferait rendre ${euros(back)} d’une recette qui donne ${euros(given)} sur la durée du plan.`,
                issue: 'Corrigez l’un des deux ; une pénalité est une ligne à part.',
              },
            ]
          : [];
      }),
    ),
};

const sortieInegale: RegleCoherence = {
  code: 'sortie-inegale',
  gravite: 'attention',
  titre: 'Le coût de sortie n’est dit que de quelques scénarios.',
  explication:
    'Comparer les scénarios sur ce que coûterait d’en sortir (« cout_de_sortie ») demande de le dire de chacun : une liste vide dit que rien n’est à payer, son absence que l’étude n’en sait rien.',
  exemple: 'cout_de_sortie: []',
  livrables,
  verifier: ({ study: { scenarios } }) => {
    const compared = scenariosCompares(scenarios);
    const [first] = compared.filter(({ cout_de_sortie: told }) => told?.length);
    const silent = compared.filter(({ cout_de_sortie: told }) => told === undefined);
    const [one] = silent;
    return first && one
      ? [
          {
            chemin: `scenarios/${one.id}`,
            contre: [`scenarios/${first.id}/cout_de_sortie`],
            message: `« ${nomDuScenario(first)} » dit ce que coûterait d’en sortir, et rien ne le dit de ${enumerer(silent.map((each) => `« ${nomDuScenario(each)} »`))}.`,
            issue: 'Dites-le de chacun, ou qu’en sortir ne coûte rien.',
            saisie: '« cout_de_sortie: [] » dit que rien n’est à payer (scenarios.yaml).',
          },
        ]
      : [];
  },
};

export const SORTIE = [sortieSansSource, aideRendueSansRecette, aideRendueAuDela, sortieInegale] as const;
