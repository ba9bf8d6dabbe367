/** Partners: what they hold, what they bring, what binds them. */
import type { Study } from '../../../../study/study.js';
import { accord, compte, enumerer } from '../../../../texte/accords.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { deLaMaison } from '../../../scenarios/membres.js';
import { quantite } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

export const roleSansPartenaire: RegleCoherence = {
  code: 'role-sans-partenaire',
  gravite: 'attention',
  titre: 'Un organisme tient un rôle dans un scénario sans en être partenaire.',
  explication:
    'Un rôle se tient avec des jours et un accord. L’organisme n’est ni le porteur, ni l’employeur d’un poste, ni le détenteur d’un outil du scénario, ni l’un de ses partenaires : rien ne dit ce qu’il apporte ni ce qui l’y engage.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, acteur }) =>
    study.scenarios.flatMap((scenario): Contradiction[] => {
      const members = deLaMaison(scenario);
      for (const { acteur: id } of scenario.partenaires) members.add(id);
      return scenario.roles.flatMap(({ fonction, acteurs }, index): Contradiction[] => {
        const outside = acteurs.filter((id) => !members.has(id));
        if (outside.length === 0) return [];
        const libelle = study.etude.fonctions.find(({ id }) => id === fonction)?.libelle ?? fonction;
        return [
          {
            chemin: `scenarios/${scenario.id}/roles/${index + 1}/acteurs`,
            contre: [`scenarios/${scenario.id}/partenaires`],
            message: `dans « ${scenario.titre} », ${enumerer(outside.map(acteur))} ${accord(outside.length, 'assure', 'assurent')} la fonction « ${libelle} » sans être ${accord(outside.length, 'partenaire', 'partenaires')} du scénario.`,
            issue: 'Ajoutez l’organisme aux partenaires, avec ses jours, ou confiez la fonction à un partenaire.',
            saisie: 'Il s’ajoute à « partenaires » du scénario (scenarios.yaml) : « acteur », « role », « jours_an ».',
          },
        ];
      });
    }),
};

export const partenaireSansRole: RegleCoherence = {
  code: 'partenaire-sans-role',
  gravite: 'attention',
  titre: 'Un partenaire apporte des jours et ne tient aucun rôle.',
  explication:
    'Un partenaire qui opère sans qu’aucune fonction ni aucune activité ne le nomme est payé ou compté pour un travail que le scénario ne décrit pas. Les financeurs ne sont pas concernés.',
  livrables: ['scenarios'],
  verifier: ({ study, acteur }) =>
    study.scenarios.flatMap((scenario) => {
      const named = new Set([
        ...scenario.roles.flatMap(({ acteurs }) => acteurs),
        ...(scenario.raci ?? []).flatMap(({ realise, approuve }) => [...realise, approuve]),
      ]);
      return scenario.partenaires.flatMap((partenaire, index): Contradiction[] => {
        const jours = quantite(partenaire.jours_an);
        if (jours === 0 || partenaire.role === 'financeur' || named.has(partenaire.acteur)) return [];
        return [
          {
            chemin: `scenarios/${scenario.id}/partenaires/${index + 1}`,
            contre: [`scenarios/${scenario.id}/roles`],
            message: `dans « ${scenario.titre} », ${acteur(partenaire.acteur)} apporte ${compte(jours, 'jour')} par an et ne tient aucun rôle.`,
            issue: 'Nommez ce partenaire dans la fonction qu’il assure, ou retirez ses jours.',
            saisie: 'Il se nomme dans « roles.acteurs » du scénario (scenarios.yaml).',
          },
        ];
      });
    }),
};

/** Projects and actions whose bearer is among their partners. */
const porteursDOuvrages = ({ projets, actions }: Study, acteur: (id: string) => string): Contradiction[] =>
  [
    ...projets.map(({ id, titre, porteur, partenaires = [] }) => ({
      at: `projets/${id}`,
      champ: 'porteur/acteur',
      titre,
      porteur: porteur.acteur,
      rang: partenaires.findIndex((one) => one.acteur === porteur.acteur),
    })),
    ...actions.map(({ id, titre, porteur, partenaires = [] }) => ({
      at: `actions/${id}`,
      champ: 'porteur',
      titre,
      porteur,
      rang: porteur === undefined ? -1 : partenaires.indexOf(porteur),
    })),
  ].flatMap(({ at, champ, titre, porteur, rang }): Contradiction[] =>
    porteur === undefined || rang < 0
      ? []
      : [
          {
            chemin: `${at}/partenaires/${rang + 1}`,
            contre: [`${at}/${champ}`],
            message: `« ${titre} » est porté par ${acteur(porteur)}, qui est aussi parmi ses partenaires.`,
            issue: 'Retirez-le des partenaires, ou corrigez le porteur.',
          },
        ],
  );

export const porteurPartenaire: RegleCoherence = {
  code: 'porteur-partenaire',
  gravite: 'attention',
  titre: 'Un porteur est l’un de ses propres partenaires.',
  explication:
    'Le porteur tient le dispositif avec ses postes : le nommer aussi partenaire compte ses jours deux fois, et se paie à lui-même ceux que le scénario finance. Le porteur d’un projet (« porteur.acteur ») et celui d’une action (« porteur ») ne sont pas non plus de leurs partenaires.',
  livrables: ['diagnostic', 'scenarios', 'mode-operatoire', 'fiches-projets'],
  verifier: ({ study, acteur }) => [
    ...porteursDOuvrages(study, acteur),
    ...study.scenarios.flatMap((scenario) =>
      scenario.partenaires.flatMap((partenaire, index): Contradiction[] =>
        partenaire.acteur !== scenario.porteur || quantite(partenaire.jours_an) === 0
          ? []
          : [
              {
                chemin: `scenarios/${scenario.id}/partenaires/${index + 1}`,
                contre: [`scenarios/${scenario.id}/porteur`],
                message: `« ${scenario.titre} » est porté par ${acteur(scenario.porteur)}, qui y est aussi partenaire pour ${compte(quantite(partenaire.jours_an), 'jour')} par an.`,
                issue: 'Comptez ces jours dans un poste du porteur, et retirez-le de ses partenaires.',
                saisie:
                  'Un poste s’écrit dans « moyens.humains » du scénario (scenarios.yaml), son temps dans « etp ».',
              },
            ],
      ),
    ),
  ],
};

const NIVEAUX = ['pressenti', 'contacte', 'volontaire', 'engage'] as const;

/** The commitment of a partner, as a sentence says it. */
const DIT: Readonly<Record<(typeof NIVEAUX)[number], string>> = {
  pressenti: 'pressenti',
  contacte: 'contacté',
  volontaire: 'volontaire',
  engage: 'engagé',
};

export const engagementContredit: RegleCoherence = {
  code: 'engagement-contredit',
  gravite: 'attention',
  titre: 'Un scénario tient pour donné un engagement qu’un partenaire n’a pas pris.',
  explication:
    'Un scénario peut dire ce qu’il tient pour donné d’un partenaire (« partenaires[].engagement » : volontaire, engage). La fiche de l’acteur (« engagement ») dit où il en est : elle n’est pas en deçà. Un avantage qui repose sur l’accord des partenaires se déclare ainsi, et non par ses seuls mots.',
  exemple: 'partenaires: [{ acteur: caue, role: operateur, jours_an: 20, engagement: engage }]',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, acteur }) =>
    study.scenarios.flatMap(({ id, titre, partenaires }) =>
      partenaires.flatMap(({ acteur: partner, engagement: suppose }, index): Contradiction[] => {
        const told = study.acteurs.find((one) => one.id === partner)?.engagement ?? 'pressenti';
        if (suppose === undefined || NIVEAUX.indexOf(told) >= NIVEAUX.indexOf(suppose)) return [];
        return [
          {
            chemin: `scenarios/${id}/partenaires/${index + 1}/engagement`,
            contre: [`acteurs/${partner}/engagement`],
            message: `« ${titre} » tient ${acteur(partner)} pour ${DIT[suppose]}, et sa fiche le dit ${DIT[told]}.`,
            issue: 'Obtenez l’accord de ce partenaire et mettez sa fiche à jour, ou ne le supposez pas.',
          },
        ];
      }),
    ),
};

export const joursAuDela: RegleCoherence = {
  code: 'jours-au-dela-de-l-offre',
  gravite: 'attention',
  titre: 'Un scénario compte sur plus de jours qu’un partenaire ne dit en avoir.',
  explication:
    'La fiche de l’acteur donne les jours par an qu’il peut mobiliser (« moyens.jours_an ») ; le scénario lui en demande davantage.',
  livrables: ['scenarios'],
  verifier: ({ study, acteur }) =>
    study.scenarios.flatMap(({ id, titre, partenaires }) =>
      partenaires.flatMap((partenaire, index): Contradiction[] => {
        const offre = study.acteurs.find((one) => one.id === partenaire.acteur)?.moyens?.jours_an;
        const jours = quantite(partenaire.jours_an);
        if (offre === undefined || jours <= offre) return [];
        return [
          {
            chemin: `scenarios/${id}/partenaires/${index + 1}/jours_an`,
            contre: [`acteurs/${partenaire.acteur}/moyens/jours_an`],
            message: `« ${titre} » demande ${compte(jours, 'jour')} par an à ${acteur(partenaire.acteur)}, dont la fiche en donne ${nombreFr(offre)}.`,
            issue: 'Accordez les deux avec l’organisme.',
          },
        ];
      }),
    ),
};

export const essentielHorsPriorites: RegleCoherence = {
  code: 'essentiel-hors-priorites',
  gravite: 'attention',
  titre: 'Un partenaire dit essentiel n’intervient dans aucun des domaines prioritaires du scénario.',
  explication:
    'Le scénario ne tient pas sans lui, et les domaines où il intervient ne sont pas de ceux que le scénario sert d’abord.',
  livrables: ['scenarios'],
  verifier: ({ study, acteur }) =>
    study.scenarios.flatMap(({ id, titre, partenaires, domaines_prioritaires: priorites, roles }) =>
      partenaires.flatMap((partenaire, index): Contradiction[] => {
        const own = partenaire.domaines ?? study.acteurs.find((one) => one.id === partenaire.acteur)?.domaines ?? [];
        // Who holds a function without domain serves them all.
        const general = roles.some(({ acteurs, domaines }) => !domaines && acteurs.includes(partenaire.acteur));
        const meets = own.some((domaine) => priorites.includes(domaine));
        if (!partenaire.essentiel || own.length === 0 || meets || (general && !partenaire.domaines)) return [];
        return [
          {
            chemin: `scenarios/${id}/partenaires/${index + 1}/essentiel`,
            contre: [`scenarios/${id}/domaines_prioritaires`],
            message: `« ${titre} » tient ${acteur(partenaire.acteur)} pour essentiel, et ne sert d’abord aucun des domaines où ce partenaire intervient.`,
            issue: 'Revoyez les domaines prioritaires, ou dites que ce partenaire n’est pas essentiel.',
            saisie: 'Cela s’écrit « essentiel: false » dans « partenaires » du scénario (scenarios.yaml).',
          },
        ];
      }),
    ),
};

export const PARTENAIRES = [
  roleSansPartenaire,
  partenaireSansRole,
  porteurPartenaire,
  engagementContredit,
  joursAuDela,
  essentielHorsPriorites,
] as const;
