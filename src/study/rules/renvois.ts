/** References inside one entry: a post, a modality, a step, a line of a scenario's own means, the rank of an objective or of a reserve. */

import { plusProche } from '../../texte/ordre.js';
import { conditionsDuMode } from '../conditions.js';
import type { Reporter } from '../reporter.js';
import type { Study } from '../study.js';
import type { ModeOperatoire, Scenario } from '../types.gen.js';
import type { Rule } from './rule.js';

interface Renvoi {
  chemin: string;
  id: string | undefined;
  /** What the scenario has not got. */
  quoi: string;
  connus: readonly string[];
}

const identifiants = (list: readonly { id?: string | undefined }[] | undefined): string[] =>
  (list ?? []).flatMap(({ id }) => id ?? []);

/** Lines that an aid may leave out: those of the means, and both costs of each tool. */
const lignesDe = ({ moyens, outils = [] }: Scenario): string[] => [
  ...identifiants(moyens.humains),
  ...identifiants(moyens.materiels),
  ...identifiants(moyens.fonctionnement),
  ...outils.flatMap(({ outil }) => [`${outil}-achat`, `${outil}-usage`]),
];

const renvoisDe = (scenario: Scenario): Renvoi[] => [
  ...scenario.partenaires.map(
    ({ poste }, i): Renvoi => ({
      chemin: `partenaires/${i + 1}/poste`,
      id: poste,
      quoi: 'aucun poste',
      connus: identifiants(scenario.moyens.humains),
    }),
  ),
  ...(scenario.outils ?? []).map(
    ({ modalite }, i): Renvoi => ({
      chemin: `outils/${i + 1}/modalite`,
      id: modalite,
      quoi: 'aucune modalité',
      connus: identifiants(scenario.modalites),
    }),
  ),
  ...(scenario.moyens.fonctionnement ?? []).map(
    ({ id, modalite }): Renvoi => ({
      chemin: `moyens/fonctionnement/${id}/modalite`,
      id: modalite,
      quoi: 'aucune modalité',
      connus: identifiants(scenario.modalites),
    }),
  ),
  ...scenario.financements.map(
    ({ id, modalite }): Renvoi => ({
      chemin: `financements/${id}/modalite`,
      id: modalite,
      quoi: 'aucune modalité',
      connus: identifiants(scenario.modalites),
    }),
  ),
  ...(scenario.mise_en_place ?? []).flatMap(({ id: step, apres = [] }) =>
    apres.map(
      (id, k): Renvoi => ({
        chemin: `mise_en_place/${step}/apres/${k + 1}`,
        id,
        quoi: 'aucune étape de mise en place',
        connus: identifiants(scenario.mise_en_place),
      }),
    ),
  ),
  ...scenario.financements.flatMap(({ id: source, lignes_exclues: excluded = [] }, i) =>
    excluded.map(
      (id, k): Renvoi => ({
        chemin: `financements/${source ?? i + 1}/lignes_exclues/${k + 1}`,
        id,
        quoi: 'aucune dépense',
        connus: lignesDe(scenario),
      }),
    ),
  ),
];

/** Posts of the scenario that a vote creates. */
const emploisCrees = (
  base: string,
  emplois: readonly { poste: string }[] | undefined,
  { humains }: Scenario['moyens'],
): Renvoi[] =>
  (emplois ?? []).map(({ poste }, i) => ({
    chemin: `${base}/emplois/${i + 1}/poste`,
    id: poste,
    quoi: 'aucun poste',
    connus: identifiants(humains),
  }));

/** What the record of the mode opératoire names: sources and modalities of its scenario, its own conventions. */
function renvoisDuMode(
  { realise, repli, conventions, conditions, fiches_de_poste, deliberation }: ModeOperatoire,
  { financements, modalites, moyens }: Scenario,
): Renvoi[] {
  const sources = { quoi: 'aucune recette', connus: identifiants(financements) };
  return [
    ...(realise?.recettes ?? []).map(
      ({ financement }, i): Renvoi => ({
        ...sources,
        chemin: `realise/recettes/${i + 1}/financement`,
        id: financement,
      }),
    ),
    ...(repli ?? []).map(
      ({ financement }, i): Renvoi => ({ ...sources, chemin: `repli/${i + 1}/financement`, id: financement }),
    ),
    ...(realise?.volumes ?? []).map(
      ({ modalite }, i): Renvoi => ({
        chemin: `realise/volumes/${i + 1}/modalite`,
        id: modalite,
        quoi: 'aucune modalité',
        connus: identifiants(modalites),
      }),
    ),
    ...conditionsDuMode(conditions).map(
      ({ financement, chemin }): Renvoi => ({ ...sources, chemin: `${chemin}/financement`, id: financement }),
    ),
    ...(conventions ?? []).flatMap(({ id, financement, ligne }, i): Renvoi[] => [
      { ...sources, chemin: `conventions/${id ?? i + 1}/financement`, id: financement },
      {
        chemin: `conventions/${id ?? i + 1}/ligne`,
        id: ligne,
        quoi: 'aucune dépense de fonctionnement',
        connus: identifiants(moyens.fonctionnement),
      },
    ]),
    ...(fiches_de_poste ?? []).map(
      ({ poste }, i): Renvoi => ({
        chemin: `fiches_de_poste/${i + 1}/poste`,
        id: poste,
        quoi: 'aucun poste',
        connus: identifiants(moyens.humains),
      }),
    ),
    ...emploisCrees('deliberation', deliberation?.emplois, moyens),
    ...(realise?.paiements ?? []).map(
      ({ convention }, i): Renvoi => ({
        chemin: `realise/paiements/${i + 1}/convention`,
        id: convention,
        quoi: 'aucune convention',
        connus: identifiants(conventions),
      }),
    ),
  ];
}

function tell({ chemin, id, quoi, connus }: Renvoi, base: string, titre: string, report: Reporter): void {
  if (id === undefined || connus.includes(id)) return;
  const near = plusProche(id, connus);
  report(
    'reference-inconnue',
    `${base}/${chemin}`,
    `« ${titre} » n’a ${quoi} d’identifiant « ${id} ».`,
    near ? `Le plus proche : « ${near} ».` : `Identifiants connus : ${connus.join(', ') || 'aucun'}.`,
  );
}

/** Told of the scenarios whose file is sound, whatever the other files hold. */
export function renvoiInconnu({ scenarios }: { scenarios: readonly Scenario[] }, report: Reporter): void {
  for (const scenario of scenarios)
    for (const renvoi of renvoisDe(scenario)) tell(renvoi, `scenarios/${scenario.id}`, scenario.titre, report);
}

/** A way on may do what the scenario does not, when it says how many days that takes. */
const renvoisDesSuites = (evaluation: Study['evaluation'], { modalites }: Scenario): Renvoi[] =>
  (evaluation?.suites ?? []).flatMap(({ volumes = [] }, i) =>
    volumes.map(
      ({ modalite, jours_equipe: own }, k): Renvoi => ({
        chemin: `suites/${i + 1}/volumes/${k + 1}/modalite`,
        id: own === undefined ? modalite : undefined,
        quoi: 'aucune modalité',
        connus: identifiants(modalites),
      }),
    ),
  );

/** The aids of the scenario that pay a project. */
const renvoisDuProjet = ({ financements = [] }: Study['projets'][number], scenario: Scenario): Renvoi[] =>
  financements.map(
    ({ financement }, i): Renvoi => ({
      chemin: `financements/${i + 1}/financement`,
      id: financement,
      quoi: 'aucune recette',
      connus: identifiants(scenario.financements),
    }),
  );

/** A name that is not one of those that the record itself gives. */
function tellNom(
  report: Reporter,
  chemin: string,
  nom: string | undefined,
  connus: readonly string[],
  { aucun, plus, liste }: { aucun: string; plus: string; liste: string },
): void {
  if (nom === undefined || connus.includes(nom)) return;
  const near = plusProche(nom, connus);
  report(
    'reference-inconnue',
    `mode-operatoire/${chemin}`,
    `${aucun} ne s’appelle « ${nom} ».`,
    near ? `${plus} : « ${near} ».` : `${liste} : ${connus.join(', ') || 'aucun'}.`,
  );
}

const INSTANCE = { aucun: 'aucune instance', plus: 'La plus proche', liste: 'Noms connus' };
const CHAMP = { aucun: 'aucun champ de la rubrique', plus: 'Le plus proche', liste: 'Noms connus' };

/**
 * What the mode opératoire names by its name: a step that waits for a body that no list names would have the delay between its meetings left out in silence,
 * and a field whose answer is described under another name would be printed with one line.
 */
export const nomInconnu: Rule = ({ mode_operatoire: mode }, report) => {
  const names = (mode?.instances ?? []).map(({ nom }) => nom);
  for (const { id, instance } of mode?.parcours ?? [])
    tellNom(report, `parcours/${id}/instance`, instance, names, INSTANCE);
  for (const [r, { champs, reponses = [] }] of (mode?.fiche_saisine ?? []).entries())
    for (const [i, { champ }] of reponses.entries())
      tellNom(report, `fiche_saisine/${r + 1}/reponses/${i + 1}/champ`, champ, champs, CHAMP);
};

/** A scenario that the decisions do not name is told as such: what the record names is that of another, and waits. */
export const renvoiDuMode: Rule = ({ mode_operatoire: mode, scenarios, reunions, evaluation, projets }, report) => {
  const scenario = scenarios.find(({ id }) => id === mode?.scenario);
  const retained = reunions.flatMap(({ decisions = [] }) => decisions.flatMap((one) => one.scenario ?? []));
  if (!mode || !scenario || (retained.length > 0 && !retained.includes(scenario.id))) return;
  for (const renvoi of renvoisDuMode(mode, scenario)) tell(renvoi, 'mode-operatoire', scenario.titre, report);
  for (const renvoi of renvoisDesSuites(evaluation, scenario)) tell(renvoi, 'evaluation', scenario.titre, report);
  for (const { id, decisions = [] } of reunions)
    for (const [d, { emplois }] of decisions.entries())
      for (const renvoi of emploisCrees(`decisions/${d + 1}`, emplois, scenario.moyens))
        tell(renvoi, `reunions/${id}`, scenario.titre, report);
  for (const projet of projets)
    for (const renvoi of renvoisDuProjet(projet, scenario))
      tell(renvoi, `projets/${projet.id}`, scenario.titre, report);
};

/** References by rank, from 1: an objective of a project, a reserve of a decision. */
export const rangInconnu: Rule = ({ projets, reunions }, report) => {
  const check = (
    chemin: string,
    rang: number | undefined,
    liste: readonly string[] | undefined,
    quoi: string,
  ): void => {
    const count = liste?.length ?? 0;
    if (rang === undefined || rang <= count) return;
    report(
      'reference-inconnue',
      chemin,
      `le rang ${rang} ne mène à rien : ${count === 0 ? `aucune entrée de ${quoi} n’est écrite` : `${quoi} n’en a que ${count}`}.`,
      count === 0 ? undefined : 'Les rangs se comptent à partir de 1, dans l’ordre où ils sont écrits.',
    );
  };
  for (const { id, objectifs, constats_objectifs: found = [], indicateurs = [] } of projets) {
    for (const [i, { objectif }] of found.entries())
      check(`projets/${id}/constats_objectifs/${i + 1}/objectif`, objectif, objectifs, '« objectifs »');
    for (const [i, { objectif }] of indicateurs.entries())
      check(`projets/${id}/indicateurs/${i + 1}/objectif`, objectif, objectifs, '« objectifs »');
  }
  for (const { id, decisions = [] } of reunions)
    for (const [d, { reserves, suites = [] }] of decisions.entries())
      for (const [s, { reserve }] of suites.entries())
        check(`reunions/${id}/decisions/${d + 1}/suites/${s + 1}/reserve`, reserve, reserves, '« reserves »');
};
