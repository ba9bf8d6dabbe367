/** What prepares the experimentation, against what waits for it: conditions, papers of the aid, recruitment, and the day of the choice. */
import { conditionsDuMode } from '../../../../study/conditions.js';
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { anterieur, comparerDates, leJour, moisAbsolu, ordreDates, posterieur } from '../../../../texte/dates.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { type DecisionPrise, decisionsPrises, tenues, titreReunion } from '../../../comite.js';
import { ouvresEntre } from '../../../jours-ouvres.js';
import { lendemain, premierJour } from '../../../mode-operatoire/calendrier.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { scenarioRetenu } from '../../../scenarios/retenu.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const MODE = 'mode_operatoire';
const TACHES = `${MODE}/taches`;

const sansPoint = (text: string): string => text.replace(/\.$/, '');

export const conditionApresCoup: RegleCoherence = {
  code: 'condition-apres-coup',
  gravite: 'attention',
  titre: 'Une condition est due après le début de ce qui l’attend.',
  explication:
    'Une condition du mode opératoire dit la tâche qui la remplit (« tache »). Celles qui attendent cette tâche (« apres ») supposent la condition remplie : son échéance ne vient pas après leur début prévu. La réponse à une demande d’aide (« porte: aide ») peut venir après elles.',
  livrables: ['mode-operatoire'],
  verifier: ({ study: { mode_operatoire: mode } }) =>
    conditionsDuMode(mode?.conditions).flatMap(({ libelle, echeance, tache: id, chemin }): Contradiction[] => {
      const filling = mode?.taches?.find((one) => one.id === id);
      const [waiting] = (mode?.taches ?? [])
        .filter(({ apres }) => id !== undefined && apres?.includes(id))
        .sort((a, b) => ordreDates(a.debut, b.debut));
      // What asks for an aid is over before it is answered, and what waits for it waits for the request.
      if (
        !filling ||
        filling.porte === 'aide' ||
        !waiting ||
        echeance === undefined ||
        !posterieur(echeance, waiting.debut)
      )
        return [];
      return [
        {
          chemin: `${MODE}/${chemin}/echeance`,
          contre: [`${TACHES}/${waiting.id}/debut`],
          message: `la condition « ${sansPoint(libelle)} » est due ${leJour(echeance)} ; « ${waiting.libelle} », qui attend « ${filling.libelle} », commence ${leJour(waiting.debut)}.`,
          issue: 'Avancez l’échéance de la condition, ou reculez ce qui l’attend.',
        },
      ];
    }),
};

export const pieceApresDepot: RegleCoherence = {
  code: 'piece-apres-depot',
  gravite: 'attention',
  titre: 'Une pièce de la demande d’aide est produite après le dépôt de celle-ci.',
  explication:
    'La tâche qui produit une pièce du dossier (« dossier_aide.tache ») finit au plus tard avec celle qui dépose la demande (« porte: aide »).',
  livrables: ['mode-operatoire'],
  verifier: ({ study: { mode_operatoire: mode } }) => {
    const [depot] = (mode?.taches ?? [])
      .filter(({ porte }) => porte === 'aide')
      .sort((a, b) => ordreDates(b.fin, a.fin));
    return (mode?.dossier_aide ?? []).flatMap(({ piece, tache: id }, i): Contradiction[] => {
      const tache = mode?.taches?.find((one) => one.id === id);
      if (!depot || !tache || tache.id === depot.id || lendemain(tache.fin) <= lendemain(depot.fin)) return [];
      return [
        {
          chemin: `${MODE}/dossier_aide/${i + 1}/tache`,
          contre: [`${TACHES}/${tache.id}/fin`, `${TACHES}/${depot.id}/fin`],
          message: `la pièce « ${sansPoint(piece)} » vient de « ${tache.libelle} », qui finit ${leJour(tache.fin)} ; la demande est déposée ${leJour(depot.fin)} au plus tard (« ${depot.libelle} »).`,
          issue: 'Dites quelle tâche produit la pièce avant le dépôt, ou reculez le dépôt.',
          saisie: 'La tâche se dit dans « dossier_aide.tache » (mode-operatoire.yaml).',
        },
      ];
    });
  },
};

/**
 * The decision from which the months of a choice run: the launch that followed it, where one did, for the time of getting ready begins when a phase is
 * affirmed; the choice itself else. Null when a launch was put off and none has followed.
 */
function departDe(study: Study, choice: DecisionPrise): DecisionPrise | null {
  const since = ({ reunion }: Pick<DecisionPrise, 'reunion'>): boolean => !anterieur(reunion.date, choice.reunion.date);
  const launch = decisionsPrises(study).find((one) => one.decision.lance !== undefined && since(one));
  const putOff = tenues(study, study.etude.date).some(
    (reunion) =>
      since({ reunion }) && reunion.decisions?.some(({ lance, statut }) => lance !== undefined && statut === 'ajourne'),
  );
  return launch ?? (putOff ? null : choice);
}

export const recrutementHorsDelai: RegleCoherence = {
  code: 'recrutement-hors-delai',
  gravite: 'attention',
  titre: 'Le recrutement est prévu après la fin de la mise en place annoncée.',
  explication:
    'Un scénario se choisit sur les mois qui séparent son choix de la première demande traitée (« delai_mise_en_place_mois »). La tâche du mode opératoire qui recrute (« porte: recrutement ») finit dans ce délai, compté en mois de la réunion qui l’a retenu, ou de celle qui a lancé ensuite la phase (« lance ») ; un lancement ajourné, que rien n’a suivi, ne fait courir aucun délai. De plusieurs recrutements, le premier. La règle ne vaut pas si un agent est déjà en poste.',
  livrables: ['mode-operatoire'],
  verifier: ({ study }) => {
    const scenario = scenarioDecrit(study);
    const choice = scenarioRetenu(study);
    const months = scenario?.delai_mise_en_place_mois;
    if (!scenario || choice?.scenario.id !== scenario.id || months === undefined) return [];
    // With an agent in post, the first request waits for no one.
    if (scenario.moyens.humains.some((one) => one.deja_en_poste)) return [];
    const start = departDe(study, choice);
    if (!start) return [];
    const day = start.reunion.date;
    const launched = start.reunion.id !== choice.reunion.id;
    // A year alone gives no month to count from.
    if (day.length < 7) return [];
    const end = moisAbsolu(day) + Math.ceil(months);
    const [recruiting] = (study.mode_operatoire?.taches ?? [])
      .filter(({ porte }) => porte === 'recrutement')
      .sort((a, b) => ordreDates(a.fin, b.fin));
    return (recruiting ? [recruiting] : []).flatMap(({ id, libelle, fin }): Contradiction[] =>
      fin.length < 7 || moisAbsolu(fin) <= end
        ? []
        : [
            {
              chemin: `${TACHES}/${id}/fin`,
              contre: [
                `scenarios/${scenario.id}/delai_mise_en_place_mois`,
                `reunions/${choice.reunion.id}/decisions/${choice.rang}/scenario`,
                ...(launched ? [`reunions/${start.reunion.id}/decisions/${start.rang}/lance`] : []),
              ],
              message: `« ${libelle} » finit ${leJour(fin)} ; « ${scenario.titre} », ${launched ? `choisi ${leJour(choice.reunion.date)} et lancé` : 'choisi'} ${leJour(day)}, s’annonce en place en ${compte(months, 'mois', 'mois')}.`,
              issue: 'Avancez le recrutement, ou dites que la mise en place est plus longue.',
              saisie: 'La mise en place s’écrit dans « delai_mise_en_place_mois » du scénario (scenarios.yaml).',
            },
          ],
    );
  },
};

export const recrutementSansPoste: RegleCoherence = {
  code: 'recrutement-sans-poste',
  gravite: 'attention',
  titre: 'Un recrutement est prévu, et tous les postes sont déjà pourvus.',
  explication:
    'Une tâche qui recrute (« porte: recrutement ») pourvoit un poste du scénario. Quand tous sont tenus par des agents en poste (« deja_en_poste »), leur coût ou le recrutement est faux.',
  livrables: ['mode-operatoire'],
  verifier: ({ study }) => {
    const scenario = scenarioDecrit(study);
    const [first, ...others] = (scenario?.moyens.humains ?? []).map(
      ({ id }) => `scenarios/${scenario?.id}/moyens/humains/${id}`,
    );
    if (!scenario || first === undefined || scenario.moyens.humains.some((one) => !one.deja_en_poste)) return [];
    return (study.mode_operatoire?.taches ?? []).flatMap(({ id, libelle, porte }): Contradiction[] =>
      porte !== 'recrutement'
        ? []
        : [
            {
              chemin: `${TACHES}/${id}/porte`,
              contre: [first, ...others],
              message: `« ${libelle} » recrute, et tous les postes de « ${scenario.titre} » sont dits tenus par des agents en poste.`,
              issue: 'Dites quel poste reste à pourvoir, ou retirez le recrutement.',
              saisie: 'Un poste à pourvoir n’a pas « deja_en_poste: true ».',
            },
          ],
    );
  },
};

export const etapePlusLongue: RegleCoherence = {
  code: 'etape-plus-longue',
  gravite: 'attention',
  titre: 'Une étape du parcours dure plus que l’expérimentation.',
  explication:
    'Le délai d’une étape (« delai_jours », en jours ouvrés) tient entre le début et la fin de l’expérimentation : au-delà, aucune demande ne va à son terme, et le bilan n’a rien à en dire.',
  livrables: ['mode-operatoire'],
  verifier: ({ study: { mode_operatoire: mode } }) => {
    const span = mode?.experimentation;
    if (!mode || !span) return [];
    const days = ouvresEntre(premierJour(span.debut), lendemain(span.fin));
    return mode.parcours.flatMap(({ id, etape, delai_jours: needed }, i): Contradiction[] =>
      needed === undefined || needed <= days
        ? []
        : [
            {
              chemin: `${MODE}/parcours/${id ?? i + 1}/delai_jours`,
              contre: [`${MODE}/experimentation/fin`],
              message: `l’étape « ${etape} » demande ${compte(needed, 'jour ouvré', 'jours ouvrés')} ; l’expérimentation n’en compte que ${nombreFr(days)}.`,
              issue: 'Raccourcissez l’étape, ou allongez l’expérimentation.',
            },
          ],
    );
  },
};

/** Months in which the body that decides follows the one that chooses. */
const MOIS_POUR_DECIDER = 2;

export const choixADeuxDates: RegleCoherence = {
  code: 'choix-a-deux-dates',
  gravite: 'attention',
  titre: 'Aucun projet n’est retenu quand on dit les choisir.',
  explication:
    'Le mode opératoire dit quand les projets sont choisis (« experimentation.choix_le »), chaque projet quand il est retenu (« retenu_le ») : l’un d’eux au moins l’est ce jour-là. Il peut l’être dans les deux mois qui suivent, quand le journal (reunions.yaml) montre l’instance qui en a décidé : une réunion de ce jour, avec sa décision.',
  livrables: ['mode-operatoire', 'fiches-projets', 'bilan'],
  verifier: ({ study }) => {
    const day = study.mode_operatoire?.experimentation?.choix_le;
    const decided = decisionsPrises(study);
    const chosen = study.projets.flatMap(({ id, titre, retenu_le: le }) => {
      if (le === undefined) return [];
      const there = decided.filter(({ reunion }) => comparerDates(reunion.date, le) === 0);
      return [{ id, titre, le, par: there.find(({ decision }) => decision.projets?.includes(id)) ?? there.at(-1) }];
    });
    const [first, ...others] = chosen;
    if (day === undefined || !first) return [];
    const stands = ({ le, par }: (typeof chosen)[number]): boolean =>
      comparerDates(le, day) === 0 ||
      (par !== undefined && posterieur(le, day) && moisAbsolu(le) - moisAbsolu(day) <= MOIS_POUR_DECIDER);
    if (chosen.some(stands)) return [];
    const { par } = first;
    const which = others.length === 0 ? '' : `, ${compte(others.length, 'autre', 'autres')} de même`;
    return [
      {
        chemin: `${MODE}/experimentation/choix_le`,
        contre: [
          `projets/${first.id}/retenu_le`,
          ...others.map(({ id }) => `projets/${id}/retenu_le`),
          ...(par ? [`reunions/${par.reunion.id}/decisions/${par.rang}`] : []),
        ],
        message: `les projets sont dits choisis ${leJour(day)} ; « ${first.titre} » est retenu ${leJour(first.le)}${par ? `, par « ${titreReunion(par.reunion)} »` : ''}${which}.`,
        issue: 'Corrigez le jour du choix, ou celui où les projets sont retenus.',
        saisie:
          'Une autre instance qui en décide après le choix a sa réunion dans reunions.yaml : la décision nomme les « projets ».',
      },
    ];
  },
};

export const PREPARATION = [
  conditionApresCoup,
  pieceApresDepot,
  recrutementHorsDelai,
  recrutementSansPoste,
  etapePlusLongue,
  choixADeuxDates,
] as const;
