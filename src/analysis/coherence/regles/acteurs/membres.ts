/** Who belongs to a scenario: those who pay, employ, finance, meet and answer for a task are its bearer, its partners or its financers. */
import { conditionsDuMode } from '../../../../study/conditions.js';
import type { Study } from '../../../../study/study.js';
import type { Scenario } from '../../../../study/types.gen.js';
import { accord, enumerer } from '../../../../texte/accords.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { deLaMaison } from '../../../scenarios/membres.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const financeursDe = ({ financements }: Scenario): Set<string> =>
  new Set(
    financements.flatMap(({ financeur, groupe = [] }) => [
      ...(financeur === undefined ? [] : [financeur]),
      ...groupe.map(({ acteur }) => acteur),
    ]),
  );

/** Those who promise a receipt of the scenario by a convention. */
const promettent = (study: Study, { id, financements }: Scenario): string[] =>
  (scenarioDecrit(study)?.id === id ? (study.mode_operatoire?.conventions ?? []) : []).flatMap(
    ({ sens, partenaire, financement }) =>
      sens === 'recu' && financements.some((one) => one.id === financement) ? [partenaire] : [],
  );

const membresDe = (scenario: Scenario): Set<string> =>
  new Set([
    ...deLaMaison(scenario),
    ...scenario.partenaires.map(({ acteur }) => acteur),
    ...scenario.roles.flatMap(({ acteurs }) => acteurs),
  ]);

/** Expenses that name who pays them, posts apart: an employer belongs to the scenario by its post. */
const payeursDe = ({ moyens }: Scenario): { chemin: string; quoi: string; porteur: string | undefined }[] => [
  ...(moyens.materiels ?? []).map(({ id, libelle, porteur }, i) => ({
    chemin: `moyens/materiels/${id ?? i + 1}/porteur`,
    quoi: `l’achat « ${libelle} »`,
    porteur,
  })),
  ...(moyens.fonctionnement ?? []).map(({ id, libelle, porteur }, i) => ({
    chemin: `moyens/fonctionnement/${id ?? i + 1}/porteur`,
    quoi: `la dépense « ${libelle} »`,
    porteur,
  })),
];

export const acteurHorsScenario: RegleCoherence = {
  code: 'acteur-hors-scenario',
  gravite: 'attention',
  titre: 'Une dépense ou une instance d’un scénario nomme un organisme qui n’en est pas.',
  explication:
    'Qui paie un achat ou une dépense (« porteur ») est le porteur du scénario, l’employeur d’un de ses postes, celui qui porte un de ses outils ou l’un de ses partenaires. Qui siège dans une de ses instances (« gouvernance.instances », « instances » du mode opératoire) peut aussi être l’un de ses financeurs ; qui siège au comité de l’étude (« comite: true »), l’un de ceux que dit « comite_pilotage ».',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, acteur }) =>
    study.scenarios.flatMap((scenario) => {
      const at = `scenarios/${scenario.id}`;
      const members = membresDe(scenario);
      const financers = financeursDe(scenario);
      // The committee of the study has its own members, partners of a scenario or not.
      const comite = new Set(study.etude.comite_pilotage?.flatMap(({ acteur: id }) => id ?? []));
      const told = (chemin: string, debut: string, outside: readonly string[]): Contradiction => ({
        chemin,
        contre: [`${at}/partenaires`],
        message: `dans « ${scenario.titre} », ${debut} ${enumerer(outside.map(acteur))}, ${accord(outside.length, 'qui n’est pas du scénario', 'qui ne sont pas du scénario')}.`,
        issue: 'Ajoutez l’organisme aux partenaires, ou corrigez son nom.',
        saisie: 'Il s’ajoute à « partenaires » du scénario (scenarios.yaml) : « acteur » et « role ».',
      });
      const seated = [
        ...(scenario.gouvernance?.instances ?? []).map((one, i) => ({
          ...one,
          chemin: `${at}/gouvernance/instances/${i + 1}/acteurs`,
        })),
        ...(scenarioDecrit(study)?.id === scenario.id ? (study.mode_operatoire?.instances ?? []) : []).map(
          (one, i) => ({
            ...one,
            acteurs: one.comite ? one.acteurs?.filter((id) => !comite.has(id)) : one.acteurs,
            chemin: `mode_operatoire/instances/${i + 1}/acteurs`,
          }),
        ),
      ];
      return [
        ...payeursDe(scenario).flatMap(({ chemin, quoi, porteur }) =>
          porteur === undefined || members.has(porteur)
            ? []
            : [told(`${at}/${chemin}`, `${quoi} est à la charge de`, [porteur])],
        ),
        ...seated.flatMap(({ nom, acteurs = [], chemin }) => {
          const outside = acteurs.filter((id) => !members.has(id) && !financers.has(id));
          return outside.length === 0 ? [] : [told(chemin, `l’instance « ${nom} » compte`, outside)];
        }),
      ];
    }),
};

export const financeurSansRecette: RegleCoherence = {
  code: 'financeur-sans-recette',
  gravite: 'attention',
  titre: 'Un partenaire dit financeur ne finance rien.',
  explication:
    'Un partenaire dont le rôle est de financer (« role: financeur ») est le financeur d’une recette du scénario (« financements »), seul ou dans un groupe.',
  livrables: ['scenarios'],
  verifier: ({ study, acteur }) =>
    study.scenarios.flatMap((scenario) => {
      // A receipt booked to another than who promises it is told as such (`donneur-oublie`).
      const financers = new Set([...financeursDe(scenario), ...promettent(study, scenario)]);
      return scenario.partenaires.flatMap(({ acteur: id, role }, i): Contradiction[] =>
        role !== 'financeur' || financers.has(id)
          ? []
          : [
              {
                chemin: `scenarios/${scenario.id}/partenaires/${i + 1}`,
                contre: [`scenarios/${scenario.id}/financements`],
                message: `dans « ${scenario.titre} », ${acteur(id)} est partenaire comme financeur, et aucune recette ne vient de lui.`,
                issue: 'Ajoutez sa recette, ou corrigez son rôle.',
                saisie:
                  'La recette s’ajoute à « financements » du scénario (scenarios.yaml), avec l’organisme pour « financeur ».',
              },
            ],
      );
    }),
};

export const assietteSansDepense: RegleCoherence = {
  code: 'assiette-sans-depense',
  gravite: 'attention',
  titre: 'Une aide compte les dépenses d’un organisme qui n’en a pas.',
  explication:
    'Une aide qui nomme ceux dont elle couvre les dépenses (« assiette_porteurs ») nomme des organismes qui paient un poste, un achat, une dépense ou un outil du scénario.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, acteur }) =>
    study.scenarios.flatMap((scenario) => {
      const payers = new Set([...deLaMaison(scenario), ...payeursDe(scenario).flatMap(({ porteur }) => porteur ?? [])]);
      return scenario.financements.flatMap((source, i): Contradiction[] => {
        const none = (source.assiette_porteurs ?? []).filter((id) => !payers.has(id));
        if (none.length === 0) return [];
        return [
          {
            chemin: `scenarios/${scenario.id}/financements/${source.id ?? i + 1}/assiette_porteurs`,
            contre: [`scenarios/${scenario.id}/moyens`],
            message: `dans « ${scenario.titre} », « ${source.libelle ?? source.id ?? `recette ${i + 1}`} » couvre les dépenses ${none.length > 1 ? 'de ces organismes' : 'd’un organisme'} sans dépense : ${enumerer(none.map(acteur))}.`,
            issue: 'Corrigez ceux que l’aide couvre, ou écrivez leurs dépenses.',
            saisie: 'Une dépense dit qui la paie dans « porteur » (« moyens » du scénario, scenarios.yaml).',
          },
        ];
      });
    }),
};

export const porteurTraiteDifferemment: RegleCoherence = {
  code: 'porteur-traite-differemment',
  gravite: 'attention',
  titre: 'Le même porteur n’a pas les mêmes droits d’un scénario à l’autre.',
  explication:
    'La part propre minimale (« autofinancement_minimal_applicable ») et le remboursement de la TVA (« fctva_applicable ») tiennent à la nature du porteur : deux scénarios du même porteur, sans personne morale nouvelle, les écrivent de même.',
  livrables: ['scenarios'],
  verifier: ({ study: { scenarios }, acteur }) =>
    (
      [
        ['fctva_applicable', 'reçoit le fonds de compensation de la TVA'],
        ['autofinancement_minimal_applicable', 'garde une part propre minimale'],
      ] as const
    ).flatMap(([field, quoi]) => {
      const told = scenarios.filter((one) => one[field] !== undefined && !one.nouvelle_entite);
      return told.flatMap((one, i): Contradiction[] => {
        const first = told.slice(0, i).find(({ porteur }) => porteur === one.porteur);
        if (!first || first[field] === one[field]) return [];
        const [yes, no] = first[field] ? [first, one] : [one, first];
        return [
          {
            chemin: `scenarios/${one.id}/${field}`,
            contre: [`scenarios/${first.id}/${field}`],
            message: `${acteur(one.porteur)} ${quoi} dans « ${yes.titre} », et non dans « ${no.titre} ».`,
            issue: 'Écrivez la même réponse dans les deux scénarios.',
            saisie: `Elle s’écrit dans « ${field} » de chaque scénario (scenarios.yaml).`,
          },
        ];
      });
    }),
};

export const employeurDifferent: RegleCoherence = {
  code: 'employeur-different',
  gravite: 'attention',
  titre: 'Une fiche de poste a un autre employeur que le poste.',
  explication:
    'L’employeur d’une fiche de poste (« employeur ») est celui qui porte le poste dans le scénario retenu (« porteur »).',
  livrables: ['mode-operatoire'],
  verifier: ({ study: { mode_operatoire: mode, scenarios }, acteur }) => {
    const scenario = scenarioDecrit({ scenarios, mode_operatoire: mode });
    return (mode?.fiches_de_poste ?? []).flatMap(({ profil, poste, employeur }, i): Contradiction[] => {
      const post = scenario?.moyens.humains.find(({ id }) => id !== undefined && id === poste);
      if (!scenario || !post || employeur === undefined || employeur === post.porteur) return [];
      return [
        {
          chemin: `mode_operatoire/fiches_de_poste/${i + 1}/employeur`,
          contre: [`scenarios/${scenario.id}/moyens/humains/${poste}/porteur`],
          message: `la fiche de « ${profil} » donne ${acteur(employeur)} pour employeur ; le poste est porté par ${acteur(post.porteur)}.`,
          issue: 'Corrigez l’employeur, ou le porteur du poste.',
        },
      ];
    });
  },
};

export const responsableHorsDispositif: RegleCoherence = {
  code: 'responsable-hors-dispositif',
  gravite: 'attention',
  titre: 'Un responsable n’est pas du dispositif.',
  explication:
    'Qui répond d’une tâche, d’une condition, d’une pièce du dossier d’aide ou d’un traitement de données est le porteur du scénario retenu, l’un de ses partenaires ou de ses financeurs.',
  livrables: ['mode-operatoire'],
  verifier: ({ study: { mode_operatoire: mode, scenarios }, acteur }) => {
    const scenario = scenarioDecrit({ scenarios, mode_operatoire: mode });
    if (!mode || !scenario) return [];
    const inside = new Set([...membresDe(scenario), ...financeursDe(scenario)]);
    const { taches = [], dossier_aide: pieces = [], donnees_personnelles: data = [] } = mode;
    const named = [
      ...taches.map(({ id, libelle, responsable }) => ({
        chemin: `taches/${id}`,
        quoi: `la tâche « ${libelle} »`,
        responsable,
      })),
      ...conditionsDuMode(mode.conditions).map(({ libelle, responsable, chemin }) => ({
        chemin,
        quoi: `la condition « ${libelle} »`,
        responsable,
      })),
      ...pieces.map(({ piece, responsable }, i) => ({
        chemin: `dossier_aide/${i + 1}`,
        quoi: `la pièce « ${piece} »`,
        responsable,
      })),
      ...data.map(({ traitement, responsable }, i) => ({
        chemin: `donnees_personnelles/${i + 1}`,
        quoi: `le traitement « ${traitement} »`,
        responsable,
      })),
    ];
    return named.flatMap(({ chemin, quoi, responsable }): Contradiction[] =>
      responsable === undefined || inside.has(responsable)
        ? []
        : [
            {
              chemin: `mode_operatoire/${chemin}/responsable`,
              contre: [`scenarios/${scenario.id}/partenaires`],
              message: `${quoi} a pour responsable ${acteur(responsable)}, qui n’est ni le porteur, ni un partenaire, ni un financeur de « ${scenario.titre} ».`,
              issue: 'Confiez-la à un membre du dispositif, ou ajoutez l’organisme aux partenaires.',
              saisie: 'Il s’ajoute à « partenaires » du scénario (scenarios.yaml) : « acteur » et « role ».',
            },
          ],
    );
  },
};

export const MEMBRES = [
  acteurHorsScenario,
  financeurSansRecette,
  assietteSansDepense,
  porteurTraiteDifferemment,
  employeurDifferent,
  responsableHorsDispositif,
] as const;
