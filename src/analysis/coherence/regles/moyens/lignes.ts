/** Lines of a scenario that its own terms exclude: shares of a group, a purchase after its end, a role that nothing pays for. */
import { sum } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import { compte, enumerer } from '../../../../texte/accords.js';
import { euros, pourcent } from '../../../../texte/nombres.js';
import { montantProbable } from '../../../montants.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { montantEnCroisiere } from '../../../scenarios/depenses-et-charge/activite.js';
import { monteeDe } from '../../../scenarios/depenses-et-charge/charge.js';
import { cheminConvention } from '../../chemins.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

type Scenario = Study['scenarios'][number];

/** What each member of a group promises by its convention, against its share of the receipt. */
function partsPromises(study: Study, acteur: (id: string) => string): Contradiction[] {
  const scenario = scenarioDecrit(study);
  return (study.mode_operatoire?.conventions ?? []).flatMap((one, i): Contradiction[] => {
    const rank = scenario?.financements.findIndex(({ id }) => id !== undefined && id === one.financement) ?? -1;
    const source = scenario?.financements[rank];
    const part = source?.groupe?.find((member) => member.acteur === one.partenaire)?.part;
    const own = (study.mode_operatoire?.conventions ?? []).filter(
      (other) => other.sens === 'recu' && other.financement === one.financement && other.partenaire === one.partenaire,
    );
    const amounts = own.flatMap(({ montant }) => montantProbable(montant) ?? []);
    // Several conventions of one member make its share together, told once.
    if (own[0] !== one || amounts.length < own.length) return [];
    const whole = scenario && source ? (montantEnCroisiere(scenario, source)?.mode ?? null) : null;
    const told = sum(amounts);
    if (part === undefined || whole === null) return [];
    // Shares that do not make the whole are told as such.
    const all = sum(source?.groupe ?? [], (member) => member.part);
    if (depasse(Math.abs(all - 1), 0.01) || !depasse(Math.abs(part * whole - told), 1)) return [];
    // Of the first year, what follows a volume is less.
    const first = scenario && source?.tarif !== undefined ? whole * monteeDe(scenario, 0) : whole;
    if (!depasse(part * Math.min(first, whole) - told, 1) && !depasse(told - part * Math.max(first, whole), 1))
      return [];
    return [
      {
        chemin: `${cheminConvention(one.id, i)}/montant`,
        contre: [`scenarios/${scenario?.id}/financements/${one.financement}/groupe`],
        message: `la convention avec ${acteur(one.partenaire)} promet ${euros(told)} ; sa part de « ${source?.libelle ?? one.financement} », ${pourcent(part)} de ${euros(whole)}, en fait ${euros(part * whole)}.`,
        issue: 'Corrigez la part, ou le montant de la convention.',
      },
    ];
  });
}

export const partsDuGroupe: RegleCoherence = {
  code: 'parts-du-groupe',
  gravite: 'attention',
  titre: 'Les parts des membres d’un groupe de financeurs ne font pas le tout.',
  explication:
    'Une recette apportée à plusieurs (« groupe ») se répartit entre ses membres : leurs parts font 1, à un centième près, et la convention par laquelle l’un d’eux la promet (« sens: recu », « financement ») est de sa part, à un euro près. Sinon une part de la recette n’est à personne, ou l’est deux fois.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, acteur }) => [
    ...partsPromises(study, acteur),
    ...study.scenarios.flatMap(({ id, titre, financements }) =>
      financements.flatMap(({ id: source, libelle, groupe = [] }, i): Contradiction[] => {
        const shares = groupe.flatMap(({ part }) => part ?? []);
        const total = sum(shares);
        if (shares.length === 0 || shares.length < groupe.length || !depasse(Math.abs(total - 1), 0.01)) return [];
        const path = `scenarios/${id}/financements/${source ?? i + 1}`;
        return [
          {
            chemin: `${path}/groupe`,
            contre: [path],
            message: `dans « ${titre} », les parts de « ${libelle} » font ${pourcent(total)} ; elles devraient faire 100 %.`,
            issue: 'Corrigez les parts, ou ajoutez le membre qui manque.',
            saisie: 'Un membre s’ajoute à « groupe » du financement (scenarios.yaml) : « acteur » et « part ».',
          },
        ];
      }),
    ),
  ],
};

/** What is bought in a given year, with its path. */
const achats = ({ id, outils = [], moyens }: Scenario, nomOutil: (id: string) => string) => [
  ...outils.map(({ outil, annee }, i) => ({ chemin: `scenarios/${id}/outils/${i + 1}`, annee, nom: nomOutil(outil) })),
  ...(moyens.materiels ?? []).map(({ id: line, libelle, annee }, i) => ({
    chemin: `scenarios/${id}/moyens/materiels/${line ?? i + 1}`,
    annee,
    nom: libelle,
  })),
];

/** No plan counts so many years: it is a year of the calendar. */
const PREMIER_MILLESIME = 1900;

export const achatHorsDuree: RegleCoherence = {
  code: 'achat-hors-duree',
  gravite: 'attention',
  titre: 'Un achat est prévu après la fin du scénario.',
  explication:
    'Un outil et un matériel s’achètent une année du scénario (« annee », de 1 à « duree_annees ») ; au-delà, leur coût n’entre dans aucun budget.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study }) => {
    const outils = new Map(study.outils.map(({ id, nom }) => [id, nom]));
    return study.scenarios.flatMap((scenario) => {
      const years = scenario.duree_annees ?? study.criteres?.hypotheses?.duree_annees;
      return achats(scenario, (id) => outils.get(id) ?? id).flatMap(({ chemin, annee, nom }): Contradiction[] =>
        years === undefined || annee === undefined || annee <= years
          ? []
          : [
              {
                chemin,
                contre: [
                  scenario.duree_annees === undefined
                    ? 'criteres/hypotheses/duree_annees'
                    : `scenarios/${scenario.id}/duree_annees`,
                ],
                message: `« ${nom} » s’achète l’année ${annee} de « ${scenario.titre} », qui dure ${compte(years, 'an')} : son coût n’est compté nulle part.`,
                issue:
                  annee >= PREMIER_MILLESIME
                    ? 'Comptez l’année d’achat depuis 1, la première du scénario, ou retirez l’achat.'
                    : 'Avancez l’achat, retirez-le, ou allongez le scénario.',
              },
            ],
      );
    });
  },
};

export const roleSansModalite: RegleCoherence = {
  code: 'role-sans-modalite',
  gravite: 'attention',
  titre: 'Un rôle porte sur une fonction que rien ne fait vivre dans le scénario.',
  explication:
    'Quand les modalités d’un scénario disent les fonctions qu’elles servent (« fonctions »), chaque fonction qui a un rôle est servie par l’une d’elles : sans cela, ses jours et son coût ne sont comptés nulle part.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study }) =>
    study.scenarios.flatMap(({ id, titre, modalites, roles = [] }) => {
      const served = new Set(modalites.flatMap(({ fonctions = [] }) => fonctions));
      return roles.flatMap(({ fonction }, i): Contradiction[] => {
        if (served.size === 0 || served.has(fonction)) return [];
        const nom = study.etude.fonctions.find((one) => one.id === fonction)?.libelle ?? fonction;
        return [
          {
            chemin: `scenarios/${id}/roles/${i + 1}`,
            contre: [`scenarios/${id}/modalites`],
            message: `dans « ${titre} », un rôle est donné pour « ${nom} », qu’aucune modalité ne sert.`,
            issue: 'Dites quelle modalité sert cette fonction, ou retirez le rôle.',
            saisie: 'La modalité le dit dans « modalites.fonctions » du scénario (scenarios.yaml).',
          },
        ];
      });
    }),
};

export const prioritaireNonServi: RegleCoherence = {
  code: 'prioritaire-non-servi',
  gravite: 'attention',
  titre: 'Un scénario sert d’abord un public ou un domaine qu’aucune de ses modalités ne sert.',
  explication:
    'Chaque public prioritaire (« publics_prioritaires ») et chaque domaine prioritaire (« domaines_prioritaires ») d’un scénario est servi par l’une de ses modalités, qui les sert tous quand elle n’en nomme aucun (« publics », « domaines »).',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study }) =>
    study.scenarios.flatMap((scenario) =>
      (['publics', 'domaines'] as const).flatMap((sorte): Contradiction[] => {
        if (scenario.modalites.length === 0 || scenario.modalites.some((one) => !one[sorte]?.length)) return [];
        const served = new Set(scenario.modalites.flatMap((one) => one[sorte] ?? []));
        const missing = (scenario[`${sorte}_prioritaires`] ?? []).filter((id) => !served.has(id));
        if (missing.length === 0) return [];
        const noms = missing.map((id) => `« ${study.etude[sorte].find((one) => one.id === id)?.libelle ?? id} »`);
        return [
          {
            chemin: `scenarios/${scenario.id}/${sorte}_prioritaires`,
            contre: [`scenarios/${scenario.id}/modalites`],
            message: `« ${scenario.titre} » sert d’abord ${enumerer(noms)}, qu’aucune de ses modalités ne sert.`,
            issue: 'Dites quelle modalité le sert, ou revoyez les priorités du scénario.',
            saisie: `La modalité le dit dans « modalites.${sorte} » du scénario (scenarios.yaml).`,
          },
        ];
      }),
    ),
};

export const LIGNES = [partsDuGroupe, achatHorsDuree, roleSansModalite, prioritaireNonServi] as const;
